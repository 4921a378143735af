import type { Story, World } from './world.ts';

/** A short absence is not worth a word: most are over before one has read it. */
const NOTICE_MS = 3_000;

/** Notices when the page has not been live for a while. */
export function connectionStory(world: World): Story {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const forget = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };

  return (action, { connection }) => {
    if (action.type === 'session_closed' || (action.type === 'connection_changed' && action.status === 'live')) {
      forget();
    } else if (action.type === 'connection_changed' && !connection.noticed) {
      waiting ??= setTimeout(() => {
        forget();
        world.dispatch({ type: 'absence_noticed' });
      }, NOTICE_MS);
    }
  };
}
