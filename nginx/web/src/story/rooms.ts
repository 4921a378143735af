import type { Problem } from '../net/problem.ts';
import { attempt, type Story, type World } from './world.ts';

/** In a small room a newcomer changes the picture; in a big one nobody counts, and asking would cost everybody. */
const SMALL_ROOM = 50;
const COUNT_AGAIN_MS = 1_000;

/** My rooms, the directory of rooms, creating, joining and leaving. */
export function roomsStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });
  const refused = (problem: Problem) => world.dispatch({ type: 'room_refused', refusal: problem.toRefusal() });

  const loadMine = () =>
    attempt(world, async () => world.dispatch({ type: 'my_rooms_loaded', rooms: await world.api.myRooms() }), trouble);

  const search = (query: string, after?: number) =>
    attempt(
      world,
      async () => {
        const { items, hasMore } = await world.api.directory(query, after);
        world.dispatch({ type: 'directory_loaded', query, rooms: items, hasMore, appended: after !== undefined });
      },
      (problem) => {
        world.dispatch({ type: 'directory_loaded', query, rooms: [], hasMore: false, appended: after !== undefined });
        refused(problem);
      },
    );

  let counting: ReturnType<typeof setTimeout> | undefined;
  const countAgain = (roomId: number) => {
    clearTimeout(counting);
    counting = setTimeout(() => {
      const count = async () => world.dispatch({ type: 'room_known', room: { ...(await world.api.room(roomId)), isMember: true } });
      if (world.state().rooms.currentId === roomId) {
        void attempt(world, count, () => undefined);
      }
    }, COUNT_AGAIN_MS);
  };

  return (action, state) => {
    switch (action.type) {
      case 'session_opened':
        void loadMine();
        break;
      case 'connection_changed':
        if (action.status === 'live' && !state.rooms.loaded) {
          void loadMine();
        }
        break;
      case 'presence_changed': {
        const room = state.rooms.mine.find(({ id }) => id === action.roomId);
        if (action.came && room && room.memberCount < SMALL_ROOM) {
          countAgain(room.id);
        }
        break;
      }
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
        void attempt(
          world,
          async () => {
            const room = await world.api.createRoom(action.name, action.description, action.kind);
            // Whoever creates a room is in it.
            world.dispatch({ type: 'room_known', room: { ...room, isMember: true } });
            world.dispatch({ type: 'open_room', roomId: room.id });
          },
          refused,
        );
        break;
      case 'join_room':
        void attempt(
          world,
          async () => {
            const room = await world.api.joinRoom(action.roomId);
            world.dispatch({ type: 'room_known', room: { ...room, isMember: true } });
            world.dispatch({ type: 'open_room', roomId: room.id });
          },
          refused,
        );
        break;
      case 'leave_room':
        void attempt(
          world,
          async () => {
            await world.api.leaveRoom(action.roomId);
            world.send({ type: 'leave_room', room_id: action.roomId });
            world.dispatch({ type: 'room_left', roomId: action.roomId });
          },
          trouble,
        );
        break;
    }
  };
}
