import { attempt, type Story, type World } from '../world.ts';

/** Reads messages that are answered and lie outside of what is shown, each once. */
export function quotesStory(world: World): Story {
  const reading = new Set<string>();

  const read = async (roomId: number, seq: number) => {
    const key = `${roomId}/${seq}`;
    if (!reading.has(key)) {
      reading.add(key);
      await attempt(
        world,
        async () => world.dispatch({ type: 'quote_loaded', roomId, seq, message: await world.api.message(roomId, seq) }),
        (problem) => {
          if (!problem.isTemporary) {
            world.dispatch({ type: 'quote_loaded', roomId, seq, message: undefined });
          }
        },
      );
      reading.delete(key);
    }
  };

  return (action, state) => {
    if (action.type === 'want_quote' && state.timelines[action.roomId]?.quoted?.[action.seq] === undefined) {
      void read(action.roomId, action.seq);
    } else if (action.type === 'session_closed') {
      reading.clear();
    }
  };
}
