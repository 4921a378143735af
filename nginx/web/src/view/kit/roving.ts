/** Arrow keys, Home and End in a list that is one stop of the Tab key. True when the key was one of these. */
export function rove(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const here = items.indexOf(event.composedPath()[0] as HTMLElement);
  const to = target(event, here, items.length);
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return false;
  }
  event.preventDefault();
  items[to]?.focus();
  return true;
}

/** Where a key leads in a list of so many; nowhere round its ends. */
function target({ key }: KeyboardEvent, here: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(here + 1, count - 1);
    case 'ArrowUp':
      return Math.max(here - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
