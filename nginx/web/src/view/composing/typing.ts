/** Puts text in place of a stretch, as if it were typed: undo takes it back, and listeners hear of it. */
export function replaceText(area: HTMLTextAreaElement, from: number, to: number, text: string): void {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) {
    area.setRangeText(text, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}

export function insertText(area: HTMLTextAreaElement, text: string): void {
  replaceText(area, area.selectionStart, area.selectionEnd, text);
}

/** Puts marks around the selection, or takes those that are there. */
export function toggleMark(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const inner = value.slice(from, to);
  const size = mark.length;
  if (value.slice(from - size, from) === mark && value.slice(to, to + size) === mark) {
    replaceText(area, from - size, to + size, inner);
    area.setSelectionRange(from - size, to - size);
  } else {
    replaceText(area, from, to, mark + inner + mark);
    area.setSelectionRange(from + size, to + size);
  }
}
