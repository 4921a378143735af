import { attempt, type Story, type World } from '../world.ts';

interface Wanted {
  readonly roomId: number;
  readonly seq: number;
}

/** Where the server does not say how long to wait. */
const AGAIN_MS = 10_000;

/**
 * Reads messages that are answered and lie outside of what is shown, each once. Whoever looks at an answer asks once; what
 * could not be read then is read one after the other: when there is a connection again or, where there is one all the
 * time, after a pause.
 */
export function quotesStory(world: World): Story {
  const reading = new Set<string>();
  const later = new Map<string, Wanted>();
  let again: ReturnType<typeof setTimeout> | undefined;
  let isCatchingUp = false;

  /** False when it has to be tried again. */
  const read = async ({ roomId, seq }: Wanted): Promise<boolean> => {
    const key = `${roomId}/${seq}`;
    if (reading.has(key)) {
      return true;
    }
    reading.add(key);
    later.delete(key);
    await attempt(
      world,
      async () => world.dispatch({ type: 'quote_loaded', roomId, seq, message: await world.api.message(roomId, seq) }),
      ({ isTemporary, retryAfterMs }) => {
        if (!isTemporary) {
          world.dispatch({ type: 'quote_loaded', roomId, seq, message: undefined });
          return;
        }
        later.set(key, { roomId, seq });
        if (retryAfterMs !== undefined || world.state().connection.status === 'live') {
          clearTimeout(again);
          again = setTimeout(() => void catchUp(), retryAfterMs ?? AGAIN_MS);
        }
      },
    );
    reading.delete(key);
    return !later.has(key);
  };

  const catchUp = async () => {
    clearTimeout(again);
    if (isCatchingUp) {
      return;
    }
    isCatchingUp = true;
    for (const [key, wanted] of later) {
      if (!world.state().timelines[wanted.roomId]) {
        later.delete(key);
      } else if (!(await read(wanted))) {
        break;
      }
    }
    isCatchingUp = false;
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
          void catchUp();
        }
        break;
      case 'session_closed':
        clearTimeout(again);
        reading.clear();
        later.clear();
        break;
    }
  };
}
