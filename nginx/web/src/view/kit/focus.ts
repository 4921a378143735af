/** The focused element, inside whatever shadow roots. */
export function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/**
 * Puts the caret where it was. A dialog of Chromium gives the focus back without it: a text field would take no character
 * until somebody clicks into it.
 */
export function restoreCaret(element: HTMLElement | undefined): void {
  const isText = element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
  if (isText && element.selectionStart !== null) {
    element.setSelectionRange(element.selectionStart, element.selectionEnd);
  }
}

/** Focuses the first element with this data-testid, inside whatever shadow roots. */
export function focusOn(root: ParentNode, testid: string | undefined): void {
  if (testid) {
    find(root, `[data-testid="${testid}"]`)?.focus();
  }
}

/** The first match in the root or, depth first, in the shadow roots below it. */
export function find(root: ParentNode, selector: string): HTMLElement | undefined {
  const here = root.querySelector<HTMLElement>(selector);
  if (here) {
    return here;
  }
  for (const element of root.querySelectorAll('*')) {
    const below = element.shadowRoot && find(element.shadowRoot, selector);
    if (below) {
      return below;
    }
  }
  return undefined;
}
