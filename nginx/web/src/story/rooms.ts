import type { Room } from '../model/rooms/types.ts';
import type { Problem } from '../net/problem.ts';
import { attempt, type Story, type World } from './world.ts';

/** Everybody comes back at once when an instance ends, and need not ask for their rooms at once. */
const LOAD_AGAIN_MS = 5_000;

/** My rooms: read when a page begins and after a reconnect, and one by one as I come into them elsewhere. */
export function roomsStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });

  /** How often a room came or went: an answer from before that would undo it. */
  let moves = 0;
  let size = 0;
  /** How many reads of them are under way, and when the last that came was asked for. */
  let underWay = 0;
  let readAt = 0;
  const loadMine = async (failed: (problem: Problem) => void) => {
    underWay++;
    await attempt(
      world,
      async () => {
        let before: number;
        let asked: number;
        let rooms: readonly Room[];
        do {
          before = moves;
          asked = Date.now();
          rooms = await world.api.myRooms();
        } while (before !== moves);
        readAt = asked;
        world.dispatch({ type: 'my_rooms_loaded', rooms });
      },
      failed,
    );
    underWay--;
  };

  /** The socket does not hear of rooms it is not in, nor of what happened while there was none. */
  let wasLive = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const retry = (problem: Problem) => {
    if (problem.isTemporary) {
      clearTimeout(again);
      again = setTimeout(() => void loadMine(retry), Math.max(LOAD_AGAIN_MS, problem.retryAfterMs ?? 0));
    }
  };
  /** Without them no room is entered. */
  const loadFirst = () =>
    loadMine((problem) => {
      trouble(problem);
      retry(problem);
    });
  const connected = (loaded: boolean) => {
    // The first connection is no news, unless it was long in coming.
    if (loaded && (wasLive || Date.now() - readAt > LOAD_AGAIN_MS)) {
      clearTimeout(again);
      again = setTimeout(() => void loadMine(retry), Math.random() * LOAD_AGAIN_MS);
    } else if (!loaded && underWay === 0) {
      clearTimeout(again);
      void loadFirst();
    }
    wasLive = true;
  };

  /** It is told once. What cannot be read now is read with all the others. */
  const added = (roomId: number) =>
    attempt(
      world,
      async () => {
        const room = await world.api.room(roomId);
        if (room.isMember) {
          world.dispatch({ type: 'room_known', room });
        }
      },
      retry,
    );

  return (action, state) => {
    const before = size;
    size = state.rooms.mine.length;
    switch (action.type) {
      case 'session_opened':
        void loadFirst();
        break;
      case 'connection_changed':
        if (action.status === 'live') {
          connected(state.rooms.loaded);
        }
        break;
      case 'session_closed':
        clearTimeout(again);
        wasLive = false;
        break;
      case 'room_known':
        // One that was known is told of each time the socket comes into it.
        moves += size === before ? 0 : 1;
        break;
      case 'room_left':
      case 'room_lost':
        moves++;
        break;
      case 'room_added':
        if (!state.rooms.mine.some(({ id }) => id === action.roomId)) {
          void added(action.roomId);
        }
        break;
    }
  };
}
