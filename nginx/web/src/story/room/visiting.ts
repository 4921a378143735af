import { words } from '../../words/words.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom } from './entering.ts';

/** An address may lead into a room I am no member of. Nobody goes in without having said so: it is offered to be joined. */
export function visitingStory(world: World): Story {
  const visit = (roomId: number, seq: number | undefined) => {
    const { currentId } = world.state().rooms;
    return attempt(
      world,
      async () => {
        const room = await world.api.room(roomId);
        if (world.state().rooms.currentId !== currentId) {
          return; // somebody has gone elsewhere meanwhile
        }
        if (!room.isMember) {
          world.dispatch({ type: 'room_offered', room, seq });
          return;
        }
        enterRoom(world, room, seq);
      },
      ({ status, message }) => world.dispatch({ type: 'trouble', detail: status === 404 ? words().shell.roomMissing : message }),
    );
  };

  return (action, { rooms, timelines }) => {
    if (action.type === 'visit_room') {
      void visit(action.roomId, action.seq);
    } else if (rooms.loaded && (action.type === 'my_rooms_loaded' || action.type === 'open_room')) {
      const { currentId: roomId, mine } = rooms;
      // It was opened before anybody could know whose it is, or after I had left it.
      if (roomId !== undefined && !mine.some(({ id }) => id === roomId) && !timelines[roomId]?.cursor) {
        world.dispatch({ type: 'close_room' });
        world.dispatch({ type: 'visit_room', roomId, seq: timelines[roomId]?.target?.seq });
      }
    }
  };
}
