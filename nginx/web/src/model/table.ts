/**
 * Things by their number, of which one is exchanged without a copy of all the others: whoever is in ten thousand rooms
 * gets a hundred messages a second too.
 */
export type Table<T> = readonly Readonly<Record<number, T>>[];

/** A copy of the shelves and of one of them costs the least where there are about as many as stand on each. */
const SHELVES = 128;

export const emptyTable: Table<never> = Array.from({ length: SHELVES }, () => ({}));

export function entryOf<T>(table: Table<T>, id: number): T | undefined {
  return table[id % SHELVES]?.[id];
}

export function withEntries<T>(table: Table<T>, entries: Iterable<readonly [id: number, entry: T]>): Table<T> {
  const shelves: Record<number, T>[] = [...table];
  const copied = new Set<number>();
  for (const [id, entry] of entries) {
    const at = id % SHELVES;
    if (!copied.has(at)) {
      copied.add(at);
      shelves[at] = { ...shelves[at] };
    }
    shelves[at]![id] = entry;
  }
  return shelves;
}

export const withEntry = <T>(table: Table<T>, id: number, entry: T): Table<T> => withEntries(table, [[id, entry]]);

export function withoutEntry<T>(table: Table<T>, id: number): Table<T> {
  const { [id]: before, ...others } = table[id % SHELVES] ?? {};
  return before === undefined ? table : table.map((shelf, at) => (at === id % SHELVES ? others : shelf));
}

export const entriesOf = <T>(table: Table<T>): readonly T[] => table.flatMap((shelf) => Object.values(shelf));

export const idsOf = (table: Table<unknown>): readonly number[] => table.flatMap((shelf) => Object.keys(shelf).map(Number));
