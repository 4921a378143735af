import type { Store } from '../../model/store.ts';

const KEY = 'parley.emoji.1';
/** Two rows of the picker. */
const KEPT = 16;

/** What was picked last, of this browser; nothing where storage is forbidden. */
export function recentEmoji(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberEmoji(emoji: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify([emoji, ...recentEmoji().filter((other) => other !== emoji)].slice(0, KEPT)));
  } catch {
    // The next time it is where it always is.
  }
}

/**
 * They go with the session, whichever way it ends: the computer may be somebody else's now. So does everything a page can
 * do without; only what was written and not sent waits for its person.
 */
export function forgetEmoji(store: Store): void {
  store.listen((_, { type }) => {
    if (type === 'session_closed') {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // There is nothing to forget.
      }
    }
  });
}
