import { isFollowing } from '../../model/timeline/cursor.ts';
import { attempt, type Story, type World } from '../world.ts';

/** In a small room a newcomer changes the picture; in a bigger one they come all the time, and everybody would ask. */
const SMALL_ROOM = 50;
const COUNT_AGAIN_MS = 1_000;

/** Takes the number and nothing else: what frames told meanwhile of name, topic or muting is newer. */
export function countRoom(world: World, roomId: number): Promise<void> {
  return attempt(
    world,
    async () => {
      const { isMember, memberCount } = await world.api.room(roomId);
      if (isMember) {
        world.dispatch({ type: 'room_counted', roomId, memberCount });
      }
    },
    () => undefined, // as it was, until the next time
  );
}

/**
 * How many people belong to the open room. Frames tell of who comes with a socket, which counts in a small room; who was
 * let in or left without one is counted, in a room of any size, when it is opened again: as the socket comes into a room
 * it is told, and not while it stays in there.
 */
export function headcountStory(world: World): Story {
  let next: ReturnType<typeof setTimeout> | undefined;

  const later = (roomId: number) => {
    clearTimeout(next);
    next = setTimeout(() => {
      if (world.state().rooms.currentId === roomId) {
        void countRoom(world, roomId);
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
