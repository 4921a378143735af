import { isFollowing } from '../model/timeline/cursor.ts';
import type { State } from '../model/state.ts';
import type { Story, World } from './world.ts';

/** Nobody looks at a room that was not opened here: it can wait for its turn. */
const FOLLOWED_EVERY_MS = 200;

/**
 * The socket is in every room that was opened on this page, and in those it follows. A room with a cursor is resumed from it, after each
 * reconnect and whenever something turns out to be missing; one without is joined anew, if I am a member: joining makes
 * one of whoever is not.
 */
export function liveStory(world: World): Story {
  const joiningAnew = new Set<number>();
  const delays = new Map<number, ReturnType<typeof setTimeout>>();

  const enter = (roomId: number) => {
    const { rooms, timelines } = world.state();
    const cursor = timelines[roomId]?.cursor;
    if (!cursor) {
      if (!joiningAnew.has(roomId) && rooms.mine.some(({ id }) => id === roomId) && world.send({ type: 'join_room', room_id: roomId })) {
        joiningAnew.add(roomId);
      }
    } else if (cursor.owed && world.send({ type: 'join_room', room_id: roomId, after: cursor.after, epoch: cursor.epoch })) {
      world.dispatch({ type: 'resume_asked', roomId });
    }
  };
  let waiting: number[] = [];
  let turn: ReturnType<typeof setTimeout> | undefined;

  const takeTurn = () => {
    const roomId = waiting.shift();
    turn = waiting.length > 0 ? setTimeout(takeTurn, FOLLOWED_EVERY_MS) : undefined;
    if (roomId !== undefined && !delays.has(roomId)) {
      enter(roomId);
    }
  };
  const enterAll = ({ rooms, timelines }: State) => {
    [...rooms.visited].sort((a, b) => Number(b === rooms.currentId) - Number(a === rooms.currentId)).forEach(enter);
    waiting = rooms.followed.filter((id) => !rooms.visited.includes(id) && timelines[id]?.cursor?.owed !== false);
    turn ??= waiting.length > 0 ? setTimeout(takeTurn, FOLLOWED_EVERY_MS) : undefined;
  };
  const forget = (roomId: number) => {
    joiningAnew.delete(roomId);
    clearTimeout(delays.get(roomId));
    delays.delete(roomId);
  };

  return (action, state) => {
    switch (action.type) {
      case 'connection_changed':
        [...joiningAnew, ...delays.keys()].forEach(forget);
        enterAll(state);
        break;
      case 'open_room':
      case 'follow_room':
      case 'history_loaded':
        if (isJoined(state, action.roomId) && !delays.has(action.roomId)) {
          enter(action.roomId);
        }
        break;
      case 'my_rooms_loaded':
      case 'room_known':
        state.rooms.visited.filter((id) => !state.timelines[id]?.cursor && !delays.has(id)).forEach(enter);
        break;
      case 'room_entered':
        forget(action.roomId);
        enter(action.roomId);
        break;
      case 'heads_heard':
        enterAll(state);
        break;
      case 'join_delayed':
        forget(action.roomId);
        delays.set(action.roomId, setTimeout(() => {
          forget(action.roomId);
          enter(action.roomId);
        }, action.afterMs));
        break;
      case 'room_left':
      case 'room_lost':
        forget(action.roomId);
        break;
      case 'session_closed':
        waiting = [];
        [...joiningAnew, ...delays.keys()].forEach(forget);
        break;
    }
  };
}

function isJoined({ rooms }: State, roomId: number): boolean {
  return rooms.visited.includes(roomId) || rooms.followed.includes(roomId);
}

/** A message may be sent: the socket is in its room, or the room was not opened here and membership is enough. */
export function maySendIn(state: State, roomId: number): boolean {
  return !isJoined(state, roomId) || isFollowing(state.timelines[roomId]?.cursor);
}
