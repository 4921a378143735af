import type { Room } from '../../model/rooms/types.ts';
import type { Problem } from '../../net/problem.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom, renewRoom } from './entering.ts';

/** What a room is called and about, whether it may disturb me, and writing to one person. */
export function roomSettingsStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });
  const refused = (problem: Problem) => world.dispatch({ type: 'room_refused', refusal: problem.toRefusal() });
  const known = (room: Room) => renewRoom(world, room);
  const { rooms: api } = world.api;

  const change = (roomId: number, name: string, topic: string, description: string) =>
    attempt(
      world,
      async () => {
        known(await api.change(roomId, { name, topic, description }));
        world.dispatch({ type: 'close_dialog' });
      },
      refused,
    );

  /** Shown at once, and taken back when the server will not. */
  const mute = (roomId: number, muted: boolean) => {
    world.dispatch({ type: 'room_muted', roomId, muted });
    return attempt(world, async () => known(await api.mute(roomId, muted)), (problem) => {
      world.dispatch({ type: 'room_muted', roomId, muted: !muted });
      refused(problem);
    });
  };

  const openDirect = (userId: number) =>
    attempt(world, async () => enterRoom(world, await api.direct(userId)), (problem) => {
      world.dispatch({ type: 'close_dialog' });
      trouble(problem);
    });

  return (action) => {
    switch (action.type) {
      case 'change_room':
        void change(action.roomId, action.name, action.topic, action.description);
        break;
      case 'mute_room':
        void mute(action.roomId, action.muted);
        break;
      case 'message_person':
        void openDirect(action.userId);
        break;
    }
  };
}
