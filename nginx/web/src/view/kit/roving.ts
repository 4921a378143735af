/** Arrow keys, Home and End in a list that is one stop of the Tab key. True when the key was one of these. */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const here = items.indexOf(event.composedPath()[0] as HTMLElement);
  const to = reached(event.key, here, items.length);
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return false;
  }
  event.preventDefault();
  items[to]?.focus();
  return true;
}

/** Where a key leads in a list of so many: nowhere when it is none of these keys, or there is nothing on that side. */
export function reached(key: string, here: number, count: number): number | undefined {
  const to = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: count - 1 }[key];
  return to !== undefined && to >= 0 && to < count ? to : undefined;
}
