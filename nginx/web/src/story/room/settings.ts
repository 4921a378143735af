import type { Room } from '../../model/rooms/types.ts';
import type { Problem } from '../../net/problem.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom, gainRoom } from './entering.ts';

/** What a room is called and about, whether it may disturb me, writing to one person, and what other devices did. */
export function roomSettingsStory(world: World): Story {
  const trouble = (problem: Problem) => world.dispatch({ type: 'trouble', detail: problem.message });
  const refused = (problem: Problem) => world.dispatch({ type: 'room_refused', refusal: problem.toRefusal() });
  const known = (room: Room) => gainRoom(world, room);
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

  return (action, state) => {
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
      case 'room_added':
        if (!state.rooms.mine.some(({ id }) => id === action.roomId)) {
          // Lossy news: what cannot be read now is read with the rooms the next time.
          void attempt(world, async () => known(await world.api.room(action.roomId)), () => undefined);
        }
        break;
    }
  };
}
