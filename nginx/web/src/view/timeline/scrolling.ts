import type { ReactiveControllerHost } from 'lit';
import { isAtEdge } from '../../model/timeline/timeline.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import { pageWanted, type PageWanted } from './ahead.ts';
import { Anchor } from './anchor.ts';

/** Where to go as soon as it is there: the newest, where the new begins, a message. */
export type Goal = 'end' | 'new' | { readonly seq: number };

export interface Looked {
  readonly seq: number;
  readonly atEnd: boolean;
}

/**
 * Decides where the timeline stands. It stays at the bottom when it is there and the newest is too, goes where somebody
 * wants to go, and otherwise keeps what is being read in its place.
 */
export class Scrolling {
  #anchor: Anchor | undefined;
  #goal: Goal | undefined;
  /** The page that may bring the goal is on its way. */
  #awaited = false;
  #follows = true;
  /** Where it stood last. */
  #top = 0;
  #passedNew = false;
  /** With where the state says one is. */
  #looked: (Looked & { readonly roomId: number; readonly away: boolean }) | undefined;

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {}

  /** Another room. */
  enter(target: { readonly seq: number } | undefined): void {
    this.#follows = target === undefined;
    this.#passedNew = false;
    this.#looked = undefined;
    this.go(target ? { seq: target.seq } : 'end');
  }

  go(goal: Goal): void {
    this.#goal = goal;
    this.#awaited = false;
  }

  /** After the rows changed. */
  settle(timeline: Timeline): void {
    const anchor = this.#where();
    if (!anchor) {
      return;
    }
    if (!this.#reach(timeline, anchor)) {
      this.#stay(anchor);
    }
    this.#keep(anchor);
  }

  /** After something grew or shrank by itself. */
  hold(): void {
    const anchor = this.#where();
    if (anchor) {
      this.#stay(anchor);
      this.#keep(anchor);
    }
  }

  /** Somebody scrolled. The first pixels upwards let go of the bottom, or a slow finger would never get away from it. */
  scrolled(timeline: Timeline): void {
    const anchor = this.#where();
    if (anchor) {
      const leaves = anchor.top < this.#top - 1 && anchor.left > 1;
      this.#follows = anchor.isAtBottom && !leaves && !timeline.hasNewer;
      this.#keep(anchor);
    }
  }

  /** What is on the screen, when that is other than what it was. */
  lookedAt(roomId: number, timeline: Timeline): Looked | undefined {
    const anchor = this.#where();
    if (!anchor || !timeline.loaded) {
      return undefined;
    }
    const atEnd = this.#follows && isAtEdge(timeline);
    const seq = Number(anchor.lastSeen()?.dataset['seq'] ?? 0);
    const before = this.#looked;
    const { away } = timeline;
    this.#looked = { roomId, seq, atEnd, away };
    // Messages that came and went between two looks have changed where one stands without a scroll. What is only
    // remembered has an end the state does not know of: it is told so once.
    const isKnown = away === !atEnd || away === before?.away;
    return before?.roomId === roomId && before.seq === seq && before.atEnd === atEnd && isKnown ? undefined : { seq, atEnd };
  }

  get lastSeen(): number | undefined {
    return this.#looked?.seq || undefined;
  }

  get isNearTop(): boolean {
    const scroller = this.#scroller;
    return scroller !== null && scroller.scrollTop < scroller.scrollHeight / 2;
  }

  /** The page that is needed next, if one is. */
  wanted(timeline: Timeline): PageWanted | undefined {
    const scroller = this.#scroller;
    return scroller ? pageWanted(timeline, scroller) : undefined;
  }

  /** Whether the new begins above the screen, until it was seen once. */
  isNewAbove({ loaded, messages, hasOlder }: Timeline, newAfter: number | undefined): boolean {
    const anchor = this.#where();
    if (!anchor || !loaded || newAfter === undefined || this.#passedNew) {
      return false;
    }
    const divider = this.#scroller!.querySelector<HTMLElement>('.new');
    if (divider) {
      this.#passedNew = anchor.sideOf(divider) >= 0;
      return !this.#passedNew;
    }
    return hasOlder && (messages[0]?.seq ?? 0) > newAfter + 1;
  }

  rowOf(isIt: (row: HTMLElement) => boolean): HTMLElement | undefined {
    return this.#where()?.rows.find(isIt);
  }

  /** True when it went somewhere. A goal that will not come any more is given up. */
  #reach(timeline: Timeline, anchor: Anchor): boolean {
    const goal = this.#goal;
    if (goal === undefined || !timeline.loaded) {
      return false;
    }
    if (goal === 'end' && !timeline.hasNewer) {
      this.#goal = undefined;
      this.#follows = true;
      anchor.toBottom();
      return true;
    }
    const row = goal === 'end' ? undefined : goal === 'new'
      ? this.#scroller!.querySelector<HTMLElement>('.new')
      : anchor.rows.find(({ dataset }) => dataset['seq'] === String(goal.seq));
    if (row) {
      this.#goal = undefined;
      anchor.show(row);
      this.#follows = anchor.isAtBottom && !timeline.hasNewer;
      (goal === 'new' ? row.parentElement!.querySelector<HTMLElement>('.new + .message') : row)?.focus({ preventScroll: true });
      return true;
    }
    if (this.#awaited && !timeline.loading) {
      this.#goal = undefined;
    }
    this.#awaited = timeline.loading !== undefined;
    return false;
  }

  #keep(anchor: Anchor): void {
    anchor.take();
    this.#top = anchor.top;
  }

  #stay(anchor: Anchor): void {
    if (this.#follows) {
      anchor.toBottom();
    } else {
      anchor.restore();
    }
  }

  #where(): Anchor | undefined {
    const scroller = this.#scroller;
    return scroller ? (this.#anchor ??= new Anchor(scroller)) : undefined;
  }

  get #scroller(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('.scroller');
  }
}
