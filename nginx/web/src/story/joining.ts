import { isCalling } from '../model/rooms/order.ts';
import type { Story, World } from './world.ts';

/** A page that opens must not cost the server a hundred joins at once, and nobody looks at these rooms yet. */
const EVERY_MS = 200;
/** More rooms than these show what is new in them when they are opened. */
const ROOMS = 100;

/** The socket enters my rooms one after the other, the open one first, then those that call, so that it is known what is new in them. */
export function joiningStory(world: World): Story {
  let next: ReturnType<typeof setTimeout> | undefined;

  const step = () => {
    next = undefined;
    const state = world.state();
    const { rooms, connection } = state;
    const known = new Set([...rooms.followed, ...rooms.visited]);
    const others = connection.status === 'live' && known.size < ROOMS ? rooms.mine.filter(({ id }) => !known.has(id)) : [];
    const room = others.find((one) => isCalling(state, one)) ?? others[0];
    if (room) {
      world.dispatch({ type: 'follow_room', roomId: room.id });
      next = setTimeout(step, EVERY_MS);
    }
  };

  return (action) => {
    switch (action.type) {
      case 'my_rooms_loaded':
      case 'room_known':
      case 'connection_changed':
        next ??= setTimeout(step, EVERY_MS);
        break;
      case 'session_closed':
        clearTimeout(next);
        next = undefined;
        break;
    }
  };
}
