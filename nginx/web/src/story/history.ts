import { attempt, type Story, type World } from './world.ts';

/** Reads pages of history: the newest when a room is opened or was forgotten, older ones on wish. */
export function historyStory(world: World): Story {
  /** By room, the generation its newest page is being read for. */
  const reading = new Map<number, number>();

  const load = (roomId: number, page: 'latest' | 'older', before?: number) => {
    const generation = world.state().timelines[roomId]?.generation ?? 0;
    world.dispatch({ type: 'history_asked', roomId, page });
    return attempt(
      world,
      async () => world.dispatch({ type: 'history_loaded', roomId, generation, page: await world.api.messages(roomId, before) }),
      (problem) => world.dispatch({ type: 'history_failed', roomId, generation, detail: problem.message }),
    );
  };

  const latest = async (roomId: number) => {
    const timeline = world.state().timelines[roomId];
    const generation = timeline?.generation ?? 0;
    if (!timeline?.loaded && reading.get(roomId) !== generation) {
      reading.set(roomId, generation);
      await load(roomId, 'latest');
      if (reading.get(roomId) === generation) {
        reading.delete(roomId);
      }
    }
  };

  return (action, state) => {
    switch (action.type) {
      case 'open_room':
      case 'room_entered':
      case 'room_resynced':
        void latest(action.roomId);
        break;
      case 'load_older':
        void load(action.roomId, 'older', state.timelines[action.roomId]?.messages[0]?.seq);
        break;
      case 'session_closed':
        reading.clear();
        break;
    }
  };
}
