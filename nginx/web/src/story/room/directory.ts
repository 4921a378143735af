import type { Problem } from '../../net/problem.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom } from './entering.ts';

/** Ways into rooms, and out: the directory of rooms, creating, joining and leaving. */
export function directoryStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });
  const refused = (problem: Problem) => world.dispatch({ type: 'room_refused', refusal: problem.toRefusal() });

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

  return (action, { rooms: { directory } }) => {
    switch (action.type) {
      case 'open_dialog':
        if (action.dialog === 'browse') {
          world.dispatch({ type: 'search_rooms', query: '' });
        }
        break;
      case 'search_rooms':
        void search(action.query);
        break;
      case 'more_rooms':
        void search(directory.query, directory.rooms.at(-1)?.id);
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
            if (!problem.mayBeDone) {
              world.dispatch({ type: 'leave_refused', roomId: action.roomId });
            }
          },
        );
        break;
    }
  };
}
