import { words } from '../../words/words.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom } from './entering.ts';

/** What somebody does to be elsewhere than where they are. */
const MOVES = new Set<string>(['visit_room', 'open_room', 'close_room', 'open_settings', 'session_closed']);

/** An address may lead into a room I am no member of. Nobody goes in without having said so: it is offered to be joined. */
export function visitingStory(world: World): Story {
  let moves = 0;

  /** Of two addresses the later one counts, and none when somebody has gone elsewhere meanwhile. */
  const visit = (roomId: number, seq: number | undefined) => {
    const before = moves;
    return attempt(
      world,
      async () => {
        const room = await world.api.room(roomId);
        if (before !== moves) {
          return;
        }
        if (!room.isMember) {
          world.dispatch({ type: 'room_offered', room, seq });
          return;
        }
        enterRoom(world, room, seq);
      },
      ({ status, message }) => {
        if (before === moves) {
          world.dispatch({ type: 'trouble', detail: status === 404 ? words().shell.roomMissing : message });
        }
      },
    );
  };

  return (action, { rooms, timelines }) => {
    moves += MOVES.has(action.type) ? 1 : 0;
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
