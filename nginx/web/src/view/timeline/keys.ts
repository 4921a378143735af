import type { Roving } from './roving.ts';

/** What a key means to a message that has the focus: another message, or what can be done with this one. */
export type Pressed = { readonly to: string } | { readonly to?: undefined; readonly row: HTMLElement };

export function keyPressed(event: KeyboardEvent, roving: Roving): Pressed | undefined {
  const row = rowFocused(event);
  // What is pressed in an editor, on a button or a link of a message is meant for that.
  const isForRow = row !== undefined && (event.target === row || (event.target as HTMLElement).classList.contains('more'));
  if (!isForRow || event.ctrlKey || event.altKey || event.metaKey) {
    return undefined;
  }
  if (event.target === row && (event.key === 'Enter' || event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))) {
    return { row };
  }
  const to = event.shiftKey ? undefined : roving.next(row.dataset['key'] ?? '', event.key);
  return to === undefined ? undefined : { to };
}

/** The message in which something happened. */
export function rowFocused(event: Event): HTMLElement | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>('.message') ?? undefined;
}
