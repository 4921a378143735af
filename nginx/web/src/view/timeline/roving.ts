import type { ReactiveControllerHost } from 'lit';
import type { Row } from '../../model/timeline/rows.ts';
import { reached } from '../kit/roving.ts';
import type { Scrolling } from './scrolling.ts';

/** One stop of the Tab key for all messages: the arrow keys lead from one to the next, and it stays where they led. */
export class Roving {
  #order: readonly string[] = [];
  #stop: string | undefined;

  /** The message the Tab key stops at: where one was, or the newest. */
  get stop(): string | undefined {
    return this.#stop ?? this.#order.at(-1);
  }

  /** Somebody went there. */
  visit(key: string): void {
    this.#stop = key === this.#order.at(-1) ? undefined : key;
  }

  /** Back to the newest. */
  rest(): void {
    this.#stop = undefined;
  }

  /** Messages came or went. The stop that went hands over to the one after it, or before it. */
  arrange(order: readonly string[]): void {
    if (this.#stop !== undefined && !order.includes(this.#stop)) {
      const there = new Set(order);
      const at = this.#order.indexOf(this.#stop);
      const next = this.#order.slice(at + 1).find((key) => there.has(key)) ?? this.#order.slice(0, Math.max(at, 0)).reverse().find((key) => there.has(key));
      this.#stop = next;
    }
    this.#order = order;
  }

  /** Where a key leads to from a message, if anywhere. */
  next(from: string, pressed: string): string | undefined {
    const at = this.#order.indexOf(from);
    const to = at < 0 ? undefined : reached(pressed, at, this.#order.length);
    return to === undefined ? undefined : this.#order[to];
  }
}

/** What a key means to a message that has the focus: another message, or what can be done with this one. */
export type Pressed = { readonly to: string } | { readonly to?: undefined; readonly row: HTMLElement };

function keyPressed(event: KeyboardEvent, roving: Roving): Pressed | undefined {
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
function rowFocused(event: Event): HTMLElement | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>('.message') ?? undefined;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment; readonly shadowRoot: ShadowRoot | null };

/** Where the keyboard is in the list, also when what had the focus goes away. */
export class Stepping {
  readonly #roving = new Roving();
  #hadFocus = false;

  constructor(private readonly host: Host, private readonly scrolling: Scrolling) {}

  get stop(): string | undefined {
    return this.#roving.stop;
  }

  /** Before the rows are on the page. */
  arrange(rows: readonly Row[]): void {
    this.#hadFocus = this.host.shadowRoot?.activeElement != null;
    this.#roving.arrange(rows.flatMap((row) => (row.kind === 'message' ? [row.key] : [])));
  }

  /** Once they are. */
  settle(): void {
    if (this.#hadFocus && document.activeElement === document.body) {
      this.#focus();
    }
  }

  toNewest(): void {
    this.#roving.rest();
    this.#focus();
  }

  focused(event: FocusEvent): void {
    const key = rowFocused(event)?.dataset['key'];
    const before = this.stop;
    if (key !== undefined) {
      this.#roving.visit(key);
    }
    if (this.stop !== before) {
      this.host.requestUpdate();
    }
  }

  /** Goes where a key leads; what else it means is not done here. */
  pressed(event: KeyboardEvent): Pressed | undefined {
    const pressed = keyPressed(event, this.#roving);
    if (pressed) {
      event.preventDefault();
    }
    if (pressed?.to !== undefined) {
      this.#rowOf(pressed.to)?.focus();
    }
    return pressed;
  }

  #focus(): void {
    (this.#rowOf(this.stop) ?? this.host.renderRoot.querySelector<HTMLElement>('.scroller'))?.focus({ preventScroll: true });
  }

  #rowOf(key: string | undefined): HTMLElement | undefined {
    return this.scrolling.rowOf((row) => row.dataset['key'] === key);
  }
}
