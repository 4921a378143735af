import type { Refusal } from '../../model/session/types.ts';

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

/** Whoever is refused goes on at the first field that is wrong; where none is, at `otherwise`. Once, when it is new. */
export function focusWrong(form: ParentNode, before: Refusal | undefined, now: Refusal | undefined, otherwise?: string): void {
  if (now && now !== before) {
    const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? (otherwise ? form.querySelector<HTMLElement>(otherwise) : null))?.focus();
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
