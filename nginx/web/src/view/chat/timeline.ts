import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { rowsOf, type MessageRow, type Row } from '../../model/timeline/rows.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import type { Editing } from '../../model/writing/types.ts';
import { emit } from '../emit.ts';
import { avatarStyles } from '../kit/avatar.ts';
import { counted, dayOf } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { contentStyles } from '../content/content-styles.ts';
import { messageStyles } from './message-styles.ts';
import { messageRow, type Around } from './message.ts';
import { timelineStyles } from './timeline-styles.ts';

/** Within this many pixels of the bottom people are reading the newest. */
const BOTTOM = 60;
/** Older history is asked for this many screens before the top is reached. */
const AHEAD = 1.5;

/**
 * The messages of a room. Stays at the bottom when it is there, keeps what is being read in its place when older
 * history comes in above, and counts what came in below while somebody reads further up.
 */
@customElement('parley-timeline')
export class ParleyTimeline extends LitElement {
  static override styles = [controls, avatarStyles, messageStyles, contentStyles, timelineStyles];

  @property({ type: Number }) roomId!: number;
  @property({ attribute: false }) timeline!: Timeline;
  @property({ type: Number }) selfId!: number;
  @property({ type: Boolean }) isOwner = false;
  @property({ attribute: false }) editing: Editing | undefined;
  @query('.scroller') private readonly scroller!: HTMLElement;
  @state() private below = 0;
  /** The message whose actions are shown. */
  @state() private openSeq: number | undefined;

  #atBottom = true;
  #fromBottom = 0;
  #hadFocus = false;
  readonly #resizes = new ResizeObserver(() => this.#atBottom && this.#toBottom());

  override firstUpdated() {
    this.#resizes.observe(this.scroller);
    this.#resizes.observe(this.scroller.firstElementChild!); // an editor grows while one types
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (this.scroller) {
      this.#fromBottom = this.scroller.scrollHeight - this.scroller.scrollTop;
    }
    this.#hadFocus = this.shadowRoot?.activeElement != null;
    if (changed.has('roomId')) {
      this.#atBottom = true;
      this.below = 0;
      this.openSeq = undefined;
    } else if (changed.has('timeline')) {
      const before = changed.get('timeline') as Timeline;
      if (this.timeline.outgoing.length > before.outgoing.length) {
        this.#atBottom = true; // whoever sends wants to see it
      } else if (!this.#atBottom && before.loaded) {
        const seen = before.messages.at(-1)?.seq ?? 0;
        this.below += this.timeline.messages.filter(({ seq, userId }) => seq > seen && userId !== this.selfId).length;
      }
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (this.#hadFocus && document.activeElement === document.body) {
      this.scroller.focus(); // what had it went away
    }
    const before = changed.get('timeline') as Timeline | undefined;
    if (this.#atBottom) {
      this.#toBottom();
    } else if (before && before.messages[0]?.seq !== this.timeline.messages[0]?.seq) {
      this.scroller.scrollTop = this.scroller.scrollHeight - this.#fromBottom;
    }
    this.#readAhead();
  }

  override render() {
    const { timeline } = this;
    const rows = rowsOf(timeline, this);
    const around = this.#around(rows);
    const empty = timeline.loaded && timeline.messages.length === 0 && timeline.outgoing.length === 0;
    return html`
      <div class="scroller" role="log" aria-label="Messages" aria-busy=${!timeline.loaded || timeline.loadingOlder} tabindex="0"
        data-testid="timeline" @scroll=${this.#onScroll} @keydown=${this.#onKeyDown}>
        <div class="column">
          ${timeline.loadingOlder || (!timeline.loaded && !timeline.problem) ? html`<div class="spinner"></div>` : nothing}
          ${timeline.problem ? html`<p class="problem" role="alert">${timeline.problem}</p>` : nothing}
          ${timeline.loaded && !timeline.hasOlder && !empty ? html`<p class="notice">This is where the room begins.</p>` : nothing}
          ${empty ? html`<p class="empty">Nothing has been said here yet. The first word is yours.</p>` : nothing}
          ${repeat(rows, ({ key }) => key, (row) => this.#row(row, around))}
        </div>
      </div>
      ${this.below > 0
        ? html`<button class="below" @click=${this.#onBelow}>${icons.down()} ${counted(this.below, 'new message', 'new messages')}</button>`
        : nothing}`;
  }

  #around(rows: readonly Row[]): Around {
    const last = rows.filter((row): row is MessageRow => row.kind === 'message' && row.seq !== undefined && !row.removed).at(-1);
    return {
      roomId: this.roomId,
      editing: this.editing,
      openSeq: this.openSeq,
      stopSeq: last?.seq,
      wish: (wish) => emit(this, wish),
      open: (seq) => (this.openSeq = seq),
      focus: (seq) => this.renderRoot.querySelector<HTMLElement>(`.more[data-of='${seq}']`)?.focus(),
    };
  }

  #row(row: Row, around: Around) {
    switch (row.kind) {
      case 'day':
        return html`<div class="day"><span>${dayOf(row.at)}</span></div>`;
      case 'notice':
        return html`<p class="notice" data-testid="notice">${row.text}</p>`;
      case 'message':
        return messageRow(row, around);
    }
  }

  /** From one message's button to the next. */
  #onKeyDown(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.more')];
    const at = buttons.indexOf(event.target as HTMLElement);
    if (step && at >= 0) {
      event.preventDefault();
      buttons[at + step]?.focus();
    } else if (event.key === 'Escape' && at >= 0) {
      this.openSeq = undefined;
    }
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.#atBottom = scrollHeight - scrollTop - clientHeight < BOTTOM;
    if (this.#atBottom) {
      this.below = 0;
    }
    this.#readAhead();
  }

  #readAhead() {
    const { timeline, scroller } = this;
    if (timeline.loaded && timeline.hasOlder && !timeline.loadingOlder && !timeline.problem
      && scroller.scrollTop < AHEAD * scroller.clientHeight) {
      emit(this, { type: 'load_older', roomId: this.roomId });
    }
  }

  #onBelow() {
    this.#toBottom();
    this.scroller.focus();
  }

  #toBottom() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }
}
