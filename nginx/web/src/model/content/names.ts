/** Who is called what. A user name stays with its person, so whoever was seen once is known on every page of this tab. */
const names = new Map<number, string>();

export function meet(userId: number, username: string): void {
  names.set(userId, username.toLowerCase());
}

/** Whoever signs in next has met nobody. */
export function forgetNames(): void {
  names.clear();
}

/** Says which names in a message mean somebody: the server names the people, not where they stand in the words. */
export function mentionTest(mentions: readonly number[] | undefined, everybody: boolean | undefined): ((name: string) => boolean) | undefined {
  if (!mentions?.length && !everybody) {
    return undefined;
  }
  const known = new Set(names.values());
  const meant = new Set((mentions ?? []).map((userId) => names.get(userId)));
  return (name) => {
    const lower = name.toLowerCase();
    // Of somebody who was never seen here only the number is known: then a name of nobody who was is theirs.
    return (everybody === true && lower === 'room') || meant.has(lower) || (meant.has(undefined) && lower !== 'room' && !known.has(lower));
  };
}
