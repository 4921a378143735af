import { boxOf, quietly, type Box } from '../../model/box.ts';
import type { Store } from '../../model/store.ts';

const KEY = 'parley.emoji.1';
/** Two rows of the picker. */
const KEPT = 16;

const inBox = <T>(work: (box: Box) => T) => quietly(boxOf(() => localStorage), work);

/** What was picked last, of this browser; nothing where storage is forbidden. */
export function recentEmoji(): readonly string[] {
  const kept: unknown = inBox((box) => JSON.parse(box.getItem(KEY) ?? '[]'));
  return Array.isArray(kept) ? kept.filter((emoji) => typeof emoji === 'string').slice(0, KEPT) : [];
}

export function rememberEmoji(emoji: string): void {
  const kept = [emoji, ...recentEmoji().filter((other) => other !== emoji)].slice(0, KEPT);
  inBox((box) => box.setItem(KEY, JSON.stringify(kept)));
}

/**
 * They go with the session, whichever way it ends: the computer may be somebody else's now. So does everything a page can
 * do without; only what was written and not sent waits for its person.
 */
export function forgetEmoji(store: Store): void {
  store.listen((_, { type }) => {
    if (type === 'session_closed') {
      inBox((box) => box.removeItem(KEY));
    }
  });
}
