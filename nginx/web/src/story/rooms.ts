import type { Room } from '../model/rooms/types.ts';
import type { Problem } from '../net/problem.ts';
import { enterRoom } from './room/entering.ts';
import { attempt, type Story, type World } from './world.ts';

/** Everybody comes back at once when an instance ends, and need not ask for their rooms at once. */
const LOAD_AGAIN_MS = 5_000;

/** My rooms, the directory of rooms, creating, joining and leaving. */
export function roomsStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });
  const refused = (problem: Problem) => world.dispatch({ type: 'room_refused', refusal: problem.toRefusal() });

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

  const search = (query: string, after?: number) =>
    attempt(
      world,
      async () => {
        const { items, hasMore } = await world.api.directory(query, after);
        world.dispatch({ type: 'directory_loaded', query, rooms: items, hasMore, appended: after !== undefined });
      },
      (problem) => {
        // What is here stays, and more can be asked for again.
        world.dispatch({ type: 'directory_loaded', query, rooms: [], hasMore: after !== undefined, appended: after !== undefined });
        if (world.state().rooms.directory.query === query) {
          refused(problem);
        }
      },
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
      case 'open_dialog':
        if (action.dialog === 'browse') {
          world.dispatch({ type: 'search_rooms', query: '' });
        }
        break;
      case 'search_rooms':
        void search(action.query);
        break;
      case 'more_rooms':
        void search(state.rooms.directory.query, state.rooms.directory.rooms.at(-1)?.id);
        break;
      case 'create_room':
        void attempt(world, async () => enterRoom(world, await world.api.createRoom(action.name, action.description, action.kind)), refused);
        break;
      case 'join_room':
        void attempt(world, async () => enterRoom(world, await world.api.joinRoom(action.roomId), action.seq), refused);
        break;
      case 'leave_room':
        void attempt(
          world,
          async () => {
            await world.api.leaveRoom(action.roomId);
            world.send({ type: 'leave_room', room_id: action.roomId });
            world.dispatch({ type: 'room_left', roomId: action.roomId });
          },
          (problem) => {
            trouble(problem);
            if (!problem.isTemporary) { // or it may have been done all the same
              world.dispatch({ type: 'leave_refused', roomId: action.roomId });
            }
          },
        );
        break;
    }
  };
}
