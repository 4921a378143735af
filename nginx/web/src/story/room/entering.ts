import type { Room } from '../../model/rooms/types.ts';
import type { World } from '../world.ts';

/** I have just become a member of it. */
export function gainRoom({ dispatch }: World, room: Room): void {
  dispatch({ type: 'room_known', room: { ...room, isMember: true } });
}

/** What was asked of a room of mine. It comes too late when I am not in it any more. */
export function renewRoom(world: World, room: Room): void {
  if (room.isMember && world.state().rooms.mine.some(({ id }) => id === room.id)) {
    world.dispatch({ type: 'room_known', room });
  }
}

/** A room I have just come into is mine, and opened, at the message that is named. */
export function enterRoom(world: World, room: Room, seq?: number): void {
  gainRoom(world, room);
  world.dispatch({ type: 'open_room', roomId: room.id });
  if (seq !== undefined) {
    world.dispatch({ type: 'show_message', roomId: room.id, seq });
  }
}
