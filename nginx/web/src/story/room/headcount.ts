import { isFollowing } from '../../model/timeline/cursor.ts';
import { attempt, type Story, type World } from '../world.ts';
import { renewRoom } from './entering.ts';

/** In a small room a newcomer changes the picture; in a big one nobody counts, and asking would cost everybody. */
const SMALL_ROOM = 50;
const COUNT_AGAIN_MS = 1_000;

/**
 * How many people belong to the open room. Frames tell of who comes with a socket; who was let in or left without one is
 * counted when the room is opened again: as the socket comes into a room it is told, and not while it stays in there.
 */
export function headcountStory(world: World): Story {
  let next: ReturnType<typeof setTimeout> | undefined;

  const count = (roomId: number) =>
    attempt(world, async () => renewRoom(world, await world.api.room(roomId)), () => undefined); // as it was, until the next time
  const later = (roomId: number) => {
    clearTimeout(next);
    next = setTimeout(() => {
      if (world.state().rooms.currentId === roomId) {
        void count(roomId);
      }
    }, COUNT_AGAIN_MS);
  };

  return (action, { rooms, timelines }) => {
    switch (action.type) {
      case 'presence_changed': {
        const room = action.came && action.roomId === rooms.currentId && rooms.mine.find(({ id }) => id === action.roomId);
        if (room && room.memberCount < SMALL_ROOM) {
          later(room.id);
        }
        break;
      }
      case 'open_room':
        if (isFollowing(timelines[action.roomId]?.cursor)) {
          later(action.roomId);
        }
        break;
      case 'session_closed':
        clearTimeout(next);
        break;
    }
  };
}
