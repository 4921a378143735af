/** Emoji by name. The names are emojilib's, which are English; its order, Unicode's, gives the groups. */

export interface Emoji {
  readonly emoji: string;
  readonly name: string;
  readonly words: readonly string[];
}

export type GroupName = 'smileys' | 'people' | 'nature' | 'food' | 'travel' | 'activities' | 'objects' | 'symbols' | 'flags';

export interface EmojiGroup {
  readonly name: GroupName;
  readonly emoji: readonly Emoji[];
}

/** The first of each group in Unicode's order. */
const FIRST: Readonly<Record<string, GroupName>> = {
  '😀': 'smileys', '👋': 'people', '🐵': 'nature', '🍇': 'food', '🌍': 'travel', '🎃': 'activities', '👓': 'objects', '🏧': 'symbols', '🏁': 'flags',
};

export function groupsOf(keywords: Readonly<Record<string, readonly string[]>>): readonly EmojiGroup[] {
  const groups: { name: GroupName; emoji: Emoji[] }[] = [];
  for (const [emoji, [slug = '', ...words]] of Object.entries(keywords)) {
    const name = FIRST[emoji];
    if (name || groups.length === 0) {
      groups.push({ name: name ?? 'smileys', emoji: [] });
    }
    groups.at(-1)!.emoji.push({ emoji, name: slug.replaceAll('_', ' '), words: words.map((word) => word.replaceAll('_', ' ').toLowerCase()) });
  }
  return groups;
}

/** The nearest first: the name itself, names and then words that begin like this, and last those that hold it. */
export function findEmoji(all: readonly Emoji[], query: string, limit: number): readonly Emoji[] {
  const wanted = query.toLowerCase().replaceAll(/[_-]/g, ' ').trim();
  if (wanted === '') {
    return [];
  }
  return all
    .map((emoji) => ({ emoji, rank: rankOf(emoji, wanted) }))
    .filter(({ rank }) => rank < NONE)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}

/** The one that is called so, or that alone stands for the word. */
export function namedEmoji(all: readonly Emoji[], query: string): Emoji | undefined {
  const wanted = query.toLowerCase().replaceAll('_', ' ');
  const named = all.find(({ name }) => name === wanted);
  const meant = named ? [] : all.filter(({ words }) => words.includes(wanted));
  return named ?? (meant.length === 1 ? meant[0] : undefined);
}

const NONE = 6;

function rankOf({ emoji, name, words }: Emoji, wanted: string): number {
  const ranks = [
    name === wanted || emoji === wanted, words.includes(wanted), name.startsWith(wanted),
    ` ${name}`.includes(` ${wanted}`) || words.some((word) => word.startsWith(wanted)),
    name.includes(wanted), words.some((word) => word.includes(wanted)),
  ];
  const rank = ranks.indexOf(true);
  return rank < 0 ? NONE : rank;
}

/** What a key does in a grid of rows, some of them shorter: the place it leads to. */
export function moved(rows: readonly number[], [row, column]: readonly [number, number], key: string, isRtl: boolean): readonly [number, number] | undefined {
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[key];
  const last = (at: number) => (rows[at] ?? 1) - 1;
  if (step !== undefined) {
    const next = column + step;
    if (next >= 0 && next <= last(row)) {
      return [row, next];
    }
    const over = row + step;
    return rows[over] === undefined ? [row, column] : [over, step > 0 ? 0 : last(over)];
  }
  switch (key) {
    case 'ArrowDown':
      return row + 1 < rows.length ? [row + 1, Math.min(column, last(row + 1))] : [row, column];
    case 'ArrowUp':
      return row > 0 ? [row - 1, Math.min(column, last(row - 1))] : undefined;
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, last(row)];
    default:
      return undefined;
  }
}
