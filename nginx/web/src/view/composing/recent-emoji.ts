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

/** Whoever signs in next has other habits. */
export function forgetEmoji(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing to forget.
  }
}
