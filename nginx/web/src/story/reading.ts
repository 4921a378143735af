import { isKept } from '../model/reading/reading.ts';
import { entryOf, idsOf } from '../model/table.ts';
import type { Story, World } from './world.ts';

/** Other devices need not know every message that goes by. */
const EVERY_MS = 1_000;
/** A mark is answered within moments. What was not by then was refused or lost, and is told again. */
const ANSWER_MS = 10_000;

/** Tells the server how far I have read, at most once a second in a room; it tells my other devices. */
export function readingStory(world: World): Story {
  /** By room, what the server is known to have, and what it was told on this socket. */
  const heard = new Map<number, number>();
  const told = new Map<number, number>();
  const pauses = new Map<number, ReturnType<typeof setTimeout>>();
  const awaited = new Map<number, ReturnType<typeof setTimeout>>();

  const tell = (roomId: number) => {
    const seq = entryOf(world.state().reading.rooms, roomId)?.lastRead ?? 0;
    if (pauses.has(roomId) || !isKept(world.state(), roomId) || seq <= Math.max(heard.get(roomId) ?? 0, told.get(roomId) ?? 0)) {
      return;
    }
    if (world.send({ type: 'mark_read', room_id: roomId, seq })) {
      told.set(roomId, seq);
      pauses.set(roomId, setTimeout(() => {
        pauses.delete(roomId);
        tell(roomId);
      }, EVERY_MS));
      clearTimeout(awaited.get(roomId));
      awaited.set(roomId, setTimeout(() => {
        awaited.delete(roomId);
        if ((heard.get(roomId) ?? 0) < seq) {
          told.delete(roomId);
          tell(roomId);
        }
      }, ANSWER_MS));
    }
  };
  const stop = (timers: Map<number, ReturnType<typeof setTimeout>>) => {
    timers.forEach((timer) => clearTimeout(timer));
    timers.clear();
  };

  const hear = (roomId: number, seq = 0) => heard.set(roomId, Math.max(heard.get(roomId) ?? 0, seq));

  return (action, state) => {
    switch (action.type) {
      case 'my_rooms_loaded':
        action.rooms.forEach(({ id, lastReadSeq }) => hear(id, lastReadSeq));
        break;
      case 'room_known':
        hear(action.room.id, action.room.lastReadSeq);
        break;
      case 'room_read':
        hear(action.roomId, action.seq);
        break;
      case 'connection_changed':
        told.clear(); // what was on its way may be lost
        stop(awaited);
        idsOf(state.reading.rooms).forEach(tell);
        break;
      case 'session_closed':
        heard.clear();
        told.clear();
        stop(pauses);
        stop(awaited);
        break;
    }
    if (state.connection.status === 'live' && state.rooms.currentId !== undefined) {
      tell(state.rooms.currentId);
    }
  };
}
