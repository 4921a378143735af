import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { rowsOf, type Row } from '../../model/rows.ts';
import type { Timeline } from '../../model/timeline-types.ts';
import { emit } from '../emit.ts';
import { avatarStyles } from '../kit/avatar.ts';
import { counted, dayOf } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { messageRow, messageStyles } from './message.ts';
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
  static override styles = [controls, avatarStyles, messageStyles, timelineStyles];

  @property({ type: Number }) roomId!: number;
  @property({ attribute: false }) timeline!: Timeline;
  @property({ type: Number }) selfId!: number;
  @query('.scroller') private readonly scroller!: HTMLElement;
  @state() private below = 0;

  #atBottom = true;
  #fromBottom = 0;
  readonly #resizes = new ResizeObserver(() => this.#atBottom && this.#toBottom());

  override firstUpdated() {
    this.#resizes.observe(this.scroller);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (this.scroller) {
      this.#fromBottom = this.scroller.scrollHeight - this.scroller.scrollTop;
    }
    if (changed.has('roomId')) {
      this.#atBottom = true;
      this.below = 0;
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
    if (!changed.has('timeline') && !changed.has('roomId')) {
      return;
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
    const empty = timeline.loaded && timeline.messages.length === 0 && timeline.outgoing.length === 0;
    return html`
      <div class="scroller" role="log" aria-label="Messages" aria-busy=${!timeline.loaded || timeline.loadingOlder} tabindex="0"
        data-testid="timeline" @scroll=${this.#onScroll}>
        <div class="column">
          ${timeline.loadingOlder || (!timeline.loaded && !timeline.problem) ? html`<div class="spinner"></div>` : nothing}
          ${timeline.problem ? html`<p class="problem" role="alert">${timeline.problem}</p>` : nothing}
          ${timeline.loaded && !timeline.hasOlder && !empty ? html`<p class="notice">This is where the room begins.</p>` : nothing}
          ${empty ? html`<p class="empty">Nothing has been said here yet. The first word is yours.</p>` : nothing}
          ${repeat(rowsOf(timeline, { selfId: this.selfId, isOwner: false }), ({ key }) => key, (row) => this.#row(row))}
        </div>
      </div>
      ${this.below > 0
        ? html`<button class="below" @click=${this.#onBelow}>${icons.down()} ${counted(this.below, 'new message', 'new messages')}</button>`
        : nothing}`;
  }

  #row(row: Row) {
    switch (row.kind) {
      case 'day':
        return html`<div class="day"><span>${dayOf(row.at)}</span></div>`;
      case 'notice':
        return html`<p class="notice" data-testid="notice">${row.text}</p>`;
      case 'message':
        return messageRow(row, (wish) => emit(this, wish));
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
