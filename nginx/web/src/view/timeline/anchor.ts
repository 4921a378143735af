/** Within this many pixels of the bottom people are reading the newest. */
const BOTTOM = 60;
/** So much of a message has to be on the screen to be seen. */
const SEEN = 16;

/**
 * Holds what is being read in its place while rows come and go around it. The browser's own anchoring stays out of it
 * (`overflow-anchor: none`): not every browser has one, and two of them would fight.
 */
export class Anchor {
  /** What was on the screen, with its distance from the top of it. The first one that is still there counts. */
  #held: readonly { readonly key: string; readonly top: number }[] = [];

  constructor(private readonly scroller: HTMLElement) {}

  /** How much is above the screen, in pixels, and how much below. */
  get top(): number {
    return this.scroller.scrollTop;
  }

  get left(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  get isAtBottom(): boolean {
    return this.left < BOTTOM;
  }

  take(): void {
    const { top } = this.scroller.getBoundingClientRect();
    this.#held = this.#visible().map((row) => ({ key: keyOf(row), top: row.getBoundingClientRect().top - top }));
  }

  restore(): void {
    const rows = new Map(this.rows.map((row) => [keyOf(row), row]));
    const held = this.#held.find(({ key }) => rows.has(key));
    if (held) {
      const { top } = this.scroller.getBoundingClientRect();
      this.scroller.scrollTop += rows.get(held.key)!.getBoundingClientRect().top - top - held.top;
    }
  }

  toBottom(): void {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** Puts a row where it is read best: with a third of the screen above it. */
  show(row: HTMLElement): void {
    const { top, height } = this.scroller.getBoundingClientRect();
    this.scroller.scrollTop += row.getBoundingClientRect().top - top - height / 3;
  }

  /** Negative: above the screen; positive: below it. */
  sideOf(row: HTMLElement): number {
    const screen = this.scroller.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    return bottom < screen.top ? -1 : top > screen.bottom ? 1 : 0;
  }

  /** The last message of which enough is on the screen. */
  lastSeen(): HTMLElement | undefined {
    const { bottom } = this.scroller.getBoundingClientRect();
    const { rows } = this;
    const below = firstIndex(rows, (row) => row.getBoundingClientRect().top + SEEN > bottom);
    return rows.slice(0, below).filter((row) => row.dataset['seq'] !== undefined).at(-1);
  }

  get rows(): HTMLElement[] {
    return [...this.scroller.querySelectorAll<HTMLElement>('.message')];
  }

  #visible(): HTMLElement[] {
    const { top, bottom } = this.scroller.getBoundingClientRect();
    const { rows } = this;
    const from = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > top);
    const to = firstIndex(rows, (row) => row.getBoundingClientRect().top >= bottom);
    return rows.slice(from, Math.max(to, from + 1));
  }
}

const keyOf = (row: HTMLElement) => row.dataset['key'] ?? '';

/** The first that passes a test which all after it pass too: measuring all of them would take longer than showing them. */
function firstIndex(rows: readonly HTMLElement[], passes: (row: HTMLElement) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(rows[middle]!)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
