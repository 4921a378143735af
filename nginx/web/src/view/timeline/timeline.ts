import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Names } from '../../model/content/names.ts';
import type { SendKey } from '../../model/preferences/types.ts';
import type { Divider } from '../../model/reading/types.ts';
import { rowsOf, type Row } from '../../model/timeline/rows.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import type { Editing } from '../../model/writing/types.ts';
import { words } from '../../words/words.ts';
import type { Around } from '../chat/message.ts';
import { messageStyles } from '../chat/message-styles.ts';
import { contentStyles } from '../content/content-styles.ts';
import { emit } from '../emit.ts';
import { avatarStyles } from '../kit/avatar.ts';
import { controls } from '../kit/styles.ts';
import { belowButton, comingMessages, datePanel, emptyRoom, missingBar, newAboveBar } from './bars.ts';
import { Stepping } from './roving.ts';
import { dayBlocks } from './rows.ts';
import { Scrolling } from './scrolling.ts';
import { Telling } from './telling.ts';
import { timelineStyles } from './timeline-styles.ts';

/** The messages of a room: where one reads stays where it is, whatever comes in above and below. */
@customElement('parley-timeline')
export class ParleyTimeline extends LitElement {
  static override styles = [controls, avatarStyles, messageStyles, contentStyles, timelineStyles];

  @property({ type: Number }) roomId!: number;
  @property({ attribute: false }) timeline!: Timeline;
  /** Where the new begins. */
  @property({ attribute: false }) divider: Divider | undefined;
  @property({ attribute: false }) names!: Names;
  @property({ type: Number }) selfId!: number;
  @property({ type: Boolean }) isOwner = false;
  @property({ type: Boolean }) isDirect = false;
  @property({ attribute: false }) editing: Editing | undefined;
  @property() sendKey: SendKey = 'enter';
  @query('.scroller') private readonly scroller!: HTMLElement;
  /** The message whose actions are shown. */
  @state() private openSeq: number | undefined;
  @state() private newIsAbove = false;
  @state() private askedFrom: HTMLElement | undefined;

  #rows: readonly Row[] = [];
  readonly #scrolling = new Scrolling(this);
  readonly #stepping = new Stepping(this, this.#scrolling);
  readonly #telling = new Telling(this);
  readonly #resizes = new ResizeObserver(() => this.#scrolling.hold());

  override firstUpdated() {
    this.#resizes.observe(this.scroller);
    this.#resizes.observe(this.scroller.firstElementChild!); // an editor grows while one types
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#resizes.disconnect();
    this.#telling.stop();
    // Another page stands in its place: what comes now is not on the screen.
    const app = document.querySelector<HTMLElement>('parley-app');
    if (app && this.timeline.loaded) {
      emit(app, { type: 'look', roomId: this.roomId, seq: 0, atEnd: false });
    }
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('timeline') as Timeline | undefined;
    if (changed.has('roomId')) {
      this.openSeq = undefined;
      this.newIsAbove = false;
      this.askedFrom = undefined;
      this.#telling.stop();
      this.#scrolling.enter(this.timeline.target);
    } else if (before && before !== this.timeline) {
      this.#compare(before, this.timeline);
    }
    this.#rows = rowsOf(this.timeline, { selfId: this.selfId, isOwner: this.isOwner, newAfter: this.#newAfter, names: this.names });
    this.#stepping.arrange(this.#rows);
  }

  override updated() {
    this.#scrolling.settle(this.timeline);
    this.#stepping.settle();
    this.#look();
  }

  override render() {
    const { timeline } = this;
    const empty = timeline.loaded && timeline.messages.length === 0 && timeline.outgoing.length === 0;
    const hasRows = this.#rows.length > 0;
    const isComing = !timeline.loaded && !timeline.problem;
    return html`
      <div class="scroller" role="log" aria-live="off" aria-label=${words().timeline.messages} tabindex=${hasRows ? -1 : 0}
        aria-busy=${!timeline.loaded || timeline.loading !== undefined} data-testid="timeline" @scroll=${this.#onScroll}
        @keydown=${this.#onKeyDown} @focusin=${this.#onFocus}>
        <div class="column">
          ${timeline.loading === 'older' || (isComing && hasRows) ? html`<div class="spinner"></div>` : nothing}
          ${timeline.loaded && !timeline.hasOlder && !empty ? html`<p class="notice">${this.isDirect ? words().timeline.beginsDirect : words().timeline.begins}</p>` : nothing}
          ${empty ? emptyRoom(this.isOwner && !this.isDirect ? () => emit(this, { type: 'open_dialog', dialog: 'invitations' }) : undefined) : nothing}
          ${dayBlocks(this.#rows, timeline, this.#around())}
          ${timeline.loading === 'newer' ? html`<div class="spinner"></div>` : nothing}
        </div>
      </div>
      ${isComing && !hasRows ? comingMessages() : nothing}
      ${belowButton(timeline, this.#toLatest)}
      <div class="bars">
        ${missingBar(timeline, this.#loadMissing)}
        ${newAboveBar(this.newIsAbove ? this.divider?.unread ?? 0 : 0, this.#toFirstNew)}
        ${timeline.problem ? html`<p class="bar problem" role="alert">${timeline.problem}
          <button class="link" data-testid="history-again" @click=${this.#again}>${words().timeline.again}</button></p>` : nothing}
        ${this.askedFrom ? datePanel(this.askedFrom, this.#toDate, () => (this.askedFrom = undefined)) : nothing}
        ${this.#telling.remark()}
      </div>
      ${this.#telling.voice()}`;
  }

  /** Asks for a day to go to; where that was asked for has the focus again when there is none. */
  async askDate(from: HTMLElement) {
    this.askedFrom = from;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
  }

  get #newAfter(): number | undefined {
    return this.divider?.roomId === this.roomId ? this.divider.after : undefined;
  }

  #compare(before: Timeline, now: Timeline) {
    if (now.sends > before.sends) {
      this.#scrolling.go('end'); // whoever sends wants to see it
    }
    if (now.target && now.target !== before.target) {
      this.#scrolling.go({ seq: now.target.seq });
    }
    this.#telling.compare(before, now);
  }

  #around(): Around {
    const stop = this.#rows.find((row) => row.kind === 'message' && row.key === this.#stepping.stop);
    return {
      roomId: this.roomId,
      editing: this.editing,
      sendKey: this.sendKey,
      isDirect: this.isDirect,
      names: this.names,
      openSeq: this.openSeq,
      stopKey: this.#stepping.stop,
      stopSeq: stop?.kind === 'message' ? stop.seq : undefined,
      targetSeq: this.timeline.target?.seq,
      wish: (wish) => emit(this, wish),
      open: (seq) => (this.openSeq = seq),
      focus: (seq) => this.renderRoot.querySelector<HTMLElement>(`.message[data-seq='${seq}']`)?.focus(),
    };
  }

  #onKeyDown(event: KeyboardEvent) {
    const pressed = this.#stepping.pressed(event);
    if (pressed && pressed.to === undefined) {
      void this.#openActions(pressed.row);
    } else if (pressed && event.key === 'End' && this.timeline.hasNewer) {
      this.#toLatest();
    }
  }

  /** Shows what can be done with a message, and puts the focus there. */
  async #openActions(row: HTMLElement) {
    this.openSeq = Number(row.dataset['seq']) || undefined;
    await this.updateComplete;
    const menu = row.querySelector('[data-testid=message-actions]');
    (menu ?? row.querySelector('.under'))?.querySelector<HTMLElement>('button')?.focus();
  }

  #onFocus(event: FocusEvent) {
    this.#stepping.focused(event);
  }

  #onScroll() {
    this.#scrolling.scrolled(this.timeline);
    this.#look();
  }

  /** Tells what is on the screen, and what has to be read before it gets there. */
  #look() {
    const { timeline, roomId } = this;
    this.newIsAbove = this.#scrolling.isNewAbove(timeline, this.#newAfter);
    const looked = this.#scrolling.lookedAt(roomId, timeline);
    if (looked) {
      emit(this, { type: 'look', roomId, ...looked });
    }
    const wanted = this.#scrolling.wanted(timeline);
    if (wanted) {
      emit(this, { type: wanted, roomId });
    }
  }

  readonly #toLatest = () => {
    this.#scrolling.go('end');
    emit(this, { type: 'show_latest', roomId: this.roomId });
    this.#stepping.toNewest(); // what one went to; the button that led there goes away
    this.requestUpdate();
  };

  readonly #toFirstNew = () => {
    const after = this.#newAfter ?? 0;
    this.#scrolling.go('new');
    if (!this.#rows.some(({ kind }) => kind === 'new')) {
      emit(this, { type: 'load_around', roomId: this.roomId, seq: after + 1 });
    }
    this.requestUpdate();
  };

  readonly #toDate = (at: number) => {
    this.askedFrom = undefined;
    emit(this, { type: 'show_date', roomId: this.roomId, at });
  };

  readonly #loadMissing = () => {
    const seq = this.#scrolling.lastSeen ?? this.timeline.messages.at(-1)?.seq ?? 0;
    emit(this, { type: 'load_around', roomId: this.roomId, seq });
  };

  readonly #again = () => {
    const { loaded, hasOlder } = this.timeline;
    const { roomId } = this;
    emit(this, !loaded ? { type: 'open_room', roomId } : { type: hasOlder && this.#scrolling.isNearTop ? 'load_older' : 'load_newer', roomId });
  };
}
