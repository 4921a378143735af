import { attempt, type Story, type World } from '../world.ts';

interface Wanted {
  readonly roomId: number;
  readonly seq: number;
}

/**
 * Reads messages that are answered and lie outside of what is shown, each once. Whoever looks at an answer asks once; what
 * could not be read then is read when there is a connection again.
 */
export function quotesStory(world: World): Story {
  const reading = new Set<string>();
  const later = new Map<string, Wanted>();

  const read = async ({ roomId, seq }: Wanted) => {
    const key = `${roomId}/${seq}`;
    if (reading.has(key)) {
      return;
    }
    reading.add(key);
    later.delete(key);
    await attempt(
      world,
      async () => world.dispatch({ type: 'quote_loaded', roomId, seq, message: await world.api.message(roomId, seq) }),
      (problem) => {
        if (problem.isTemporary) {
          later.set(key, { roomId, seq });
        } else {
          world.dispatch({ type: 'quote_loaded', roomId, seq, message: undefined });
        }
      },
    );
    reading.delete(key);
  };

  return (action, state) => {
    switch (action.type) {
      case 'want_quote':
        if (state.timelines[action.roomId]?.quoted?.[action.seq] === undefined) {
          void read(action);
        }
        break;
      case 'connection_changed':
        if (action.status === 'live') {
          [...later.values()].filter(({ roomId }) => state.timelines[roomId]).forEach((wanted) => void read(wanted));
          later.clear();
        }
        break;
      case 'session_closed':
        reading.clear();
        later.clear();
        break;
    }
  };
}
