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
  /** How many reads of them are under way, when the last was asked for, and when the last that came. */
  let underWay = 0;
  let askedAt = 0;
  let readAt = 0;
  /** What is under way may be from before something nobody will tell. */
  let isOutdated = false;
  const loadMine = async (failed: (problem: Problem) => void) => {
    underWay++;
    await attempt(
      world,
      async () => {
        let before: number;
        let rooms: readonly Room[];
        do {
          before = moves;
          askedAt = Date.now();
          rooms = await world.api.myRooms();
        } while (before !== moves);
        readAt = askedAt;
        world.dispatch({ type: 'my_rooms_loaded', rooms });
        if (isOutdated) {
          soon();
        }
      },
      failed,
    );
    underWay--;
  };

  /** The socket does not hear of rooms it is not in, nor of what happened while there was none. */
  let wasLive = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    isOutdated = false;
    clearTimeout(again);
    again = setTimeout(() => void loadMine(retry), Math.random() * LOAD_AGAIN_MS);
  };
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
    const isNews = wasLive || Date.now() - (loaded ? readAt : askedAt) > LOAD_AGAIN_MS;
    if (loaded && isNews) {
      soon();
    } else if (!loaded && underWay === 0) {
      clearTimeout(again);
      void loadFirst();
    } else if (!loaded) {
      isOutdated ||= isNews;
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
        isOutdated = false;
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
