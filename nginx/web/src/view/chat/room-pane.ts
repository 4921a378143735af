import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Person } from '../../model/composing/actions.ts';
import type { Names } from '../../model/content/names.ts';
import { quoteOf } from '../../model/quotes/quotes.ts';
import { lastOwn } from '../../model/writing/editing.ts';
import { shown } from '../../model/timeline/overlay.ts';
import { emptyTimeline } from '../../model/timeline/timeline.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import type { Account } from '../../model/session/types.ts';
import type { SendKey } from '../../model/preferences/types.ts';
import type { Draft, Editing } from '../../model/writing/types.ts';
import type { Reading } from '../../model/reading/types.ts';
import type { Room } from '../../model/rooms/types.ts';
import type { Typist } from '../../model/typing/types.ts';
import { titleOf } from '../../model/rooms/order.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import '../rooms/typists.ts';
import '../timeline/timeline.ts';
import type { ParleyTimeline } from '../timeline/timeline.ts';
import './composer.ts';

/** The open room: what it is, what was said, and where to say more. */
@customElement('parley-room-pane')
export class ParleyRoomPane extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template: auto 1fr auto auto / minmax(0, 1fr); min-height: 0; min-width: 0; }
    header { display: flex; align-items: center; gap: var(--space-2); min-height: 60px; padding: max(var(--space-2), env(safe-area-inset-top)) var(--space-4) var(--space-2); border-bottom: 1px solid var(--line); background: var(--surface); }
    .kind { flex: none; color: var(--ink-soft); display: inline-grid; }
    .what { flex: 1; min-width: 0; }
    h1 { font-size: var(--text-large); line-height: 1.3; }
    h1, .about { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .about { color: var(--ink-soft); font-size: var(--text-small); }
    .people { display: inline-flex; align-items: center; gap: 6px; padding: 0 var(--space-3); color: var(--ink-soft); font-weight: 500; }
    .people:hover { background: var(--accent-soft); color: var(--ink); }
    button.back { display: none; margin-inline-start: calc(-1 * var(--space-2)); }
    @media (max-height: 420px) {
      header { min-height: 48px; padding-block: max(var(--space-1), env(safe-area-inset-top)) var(--space-1); }
      .about { display: none; }
    }
    @media (max-width: 720px) {
      button.back { display: inline-grid; }
      header { padding-inline: var(--space-3); }
      .kind { display: none; }
    }
  `];

  @property({ type: Number }) roomId!: number;
  @property({ attribute: false }) room: Room | undefined;
  @property({ attribute: false }) timeline: Timeline | undefined;
  @property({ attribute: false }) account: Account | undefined;
  @property({ attribute: false }) reading: Reading | undefined;
  @property({ attribute: false }) people: readonly Person[] = [];
  @property({ attribute: false }) names!: Names;
  @property({ attribute: false }) draft: Draft | undefined;
  @property({ attribute: false }) editing: Editing | undefined;
  @property({ type: Boolean }) offline = false;
  @property({ type: Boolean }) full = false;
  @property() sendKey: SendKey = 'enter';
  @property({ attribute: false }) typists: readonly Typist[] = [];

  override render() {
    const { room } = this;
    const about = room?.topic || room?.description;
    const open = room?.kind === 'direct' ? words().details.openDirect : words().details.open;
    return html`
      <header>
        <button class="icon back" aria-label=${words().shell.back} data-testid="back" @click=${() => emit(this, { type: 'close_room' })}>${icons.back()}</button>
        <span class="kind">${room?.kind === 'direct' ? icons.person() : room?.kind === 'private' ? icons.lock() : icons.hash()}</span>
        <div class="what">
          <h1 dir="auto" data-testid="room-name">${room ? titleOf(room) : words().rooms.room}</h1>
          ${about ? html`<p class="about" dir="auto" data-testid="room-about" title=${about}>${about}</p>` : nothing}
        </div>
        ${room ? html`
          <button class="icon" data-testid="to-date" aria-label=${words().timeline.toDate} title=${words().timeline.toDate} @click=${this.#askDate}>${icons.calendar()}</button>
          <button class="icon" data-testid="room-details" aria-label=${open} title=${open}
            @click=${() => emit(this, { type: 'open_dialog', dialog: 'details' })}>${icons.about()}</button>` : nothing}
        ${room && room.kind !== 'direct' ? html`
          <button class="people" data-testid="show-members" @click=${() => emit(this, { type: 'open_dialog', dialog: 'members' })}
            aria-label=${words().rooms.memberCount(room.memberCount)}>${icons.people()} ${room.memberCount}</button>` : nothing}
      </header>
      <parley-timeline .roomId=${this.roomId} .timeline=${this.timeline ?? emptyTimeline}
        .divider=${this.reading?.divider} .names=${this.names} .selfId=${this.account?.id ?? 0} .isOwner=${room?.isOwner ?? false} .isDirect=${room?.kind === 'direct'} .editing=${this.editing} .sendKey=${this.sendKey}></parley-timeline>
      <parley-typists .typists=${this.typists}></parley-typists>
      <parley-composer .roomId=${this.roomId} .roomName=${room ? titleOf(room) : words().composing.thisRoom} .mentionable=${this.#mentionable()}
        .draft=${this.draft} .quote=${this.draft?.replyTo === undefined ? undefined : quoteOf(this.timeline, this.draft.replyTo)} .last=${this.#last()} ?offline=${this.offline} ?full=${this.full} .sendKey=${this.sendKey}></parley-composer>`;
  }

  #askDate(event: Event) {
    void this.renderRoot.querySelector<ParleyTimeline>('parley-timeline')?.askDate(event.currentTarget as HTMLElement);
  }

  #mentionable() {
    return { messages: this.timeline?.messages ?? [], members: this.people, selfId: this.account?.id ?? 0 };
  }

  #last() {
    const selfId = this.account?.id ?? 0;
    const message = lastOwn(this.timeline, selfId);
    return message && { seq: message.seq, content: shown(message, this.timeline?.changes ?? [], selfId).content };
  }
}
