import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Member, Room, Rooms } from '../../model/rooms/types.ts';
import { titleOf } from '../../model/rooms/order.ts';
import { isThere } from '../../model/rooms/people.ts';
import type { Roster } from '../../model/roster/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { avatar, avatarStyles } from '../kit/avatar.ts';
import '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { waiting } from '../kit/waiting.ts';

/** Typing pauses shorter than this belong to the same search. */
const TYPING_MS = 250;

/** Who belongs to the open room: to look for, to write to, and for its owner to remove. And the way out. */
@customElement('parley-members')
export class ParleyMembers extends LitElement {
  static override styles = [controls, avatarStyles, css`
    .search { position: relative; margin-block: var(--space-1) var(--space-3); }
    .search svg { position: absolute; inset-block-start: 11px; inset-inline-start: 11px; color: var(--ink-soft); pointer-events: none; }
    .search input { padding-inline-start: 40px; }
    .about { flex: none; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; margin-bottom: var(--space-3); color: var(--ink-soft); overflow-wrap: anywhere; }
    ul { list-style: none; margin: 0 0 var(--space-4); padding: 0; display: grid; gap: var(--space-1); }
    li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-3); min-height: 44px; }
    .name { flex: 1; min-width: 8ch; font-weight: 600; overflow-wrap: anywhere; }
    .role { color: var(--ink-soft); font-size: var(--text-small); }
    .sure { flex: 1 1 100%; display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2); padding-bottom: var(--space-2); }
    .sure p { flex: 1; min-width: 16ch; overflow-wrap: anywhere; }
    .none { padding: var(--space-3) 0; text-align: center; color: var(--ink-soft); }
    .center { align-self: center; margin-bottom: var(--space-4); }
    .end { display: flex; flex-wrap: wrap; gap: var(--space-2); }
  `];

  @property({ attribute: false }) rooms!: Rooms;
  @property({ attribute: false }) roster: Roster | undefined;
  @property({ type: Number }) selfId = 0;
  /** Whom it is asked about whether they are to be removed. */
  @state() private askedId: number | undefined;
  /** The one that was asked about is removed. */
  #isGoing = false;
  #typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override updated(changed: Map<string, unknown>) {
    // To the question, and from it back to where it was asked.
    if (changed.has('askedId')) {
      const before = changed.get('askedId') as number | undefined;
      const back = this.#isGoing ? 'input' : `[data-member-id="${before}"] .remove`; // its row goes away
      const wanted = this.askedId === undefined ? back : '.keep';
      this.#isGoing = false;
      this.renderRoot.querySelector<HTMLElement>(wanted)?.focus();
    }
  }

  override render() {
    const { currentId, mine, refusal } = this.rooms;
    const room = mine.find(({ id }) => id === currentId);
    if (!room) {
      return nothing;
    }
    const { members = [], hasMore = false, loading = true } = this.roster ?? {};
    const say = words().members;
    const isDirect = room.kind === 'direct';
    return html`
      <parley-dialog steady heading=${isDirect ? titleOf(room) : say.membersOf(titleOf(room))}>
        ${formError(this.roster?.refusal ?? refusal)}
        ${room.description ? html`<p class="about" dir="auto">${room.description}</p>` : nothing}
        ${isDirect ? nothing : html`
          <div class="search">
            ${icons.search()}
            <input type="text" role="searchbox" enterkeyhint="search" aria-label=${say.search} placeholder=${say.searchHint} autocomplete="off"
              autocapitalize="none" spellcheck="false" data-testid="members-query" @input=${this.#onInput}>
          </div>`}
        <ul aria-label=${words().rooms.members} aria-busy=${loading} ?hidden=${members.length === 0}>
          ${repeat(members, ({ userId }) => userId, (member) => this.#row(member, room))}
        </ul>
        ${members.length === 0 && loading ? waiting() : nothing}
        <p class="none" role="status" ?hidden=${members.length > 0 || loading}>${members.length > 0 || loading ? nothing : say.none}</p>
        ${hasMore
          ? html`<button class="quiet center" data-testid="more-members" ?disabled=${loading} @click=${() => emit(this, { type: 'more_members' })}>${words().rooms.showMore}</button>`
          : nothing}
        ${isDirect ? nothing : html`
          <div class="end">
            ${room.isOwner ? html`
              <button class="quiet" data-testid="members-invite" @click=${() => emit(this, { type: 'open_dialog', dialog: 'invitations' })}>${words().details.invite}</button>` : nothing}
            <button class="quiet danger" data-testid="leave-room" @click=${() => emit(this, { type: 'open_dialog', dialog: 'leave' })}>${words().rooms.leave}</button>
          </div>`}
      </parley-dialog>`;
  }

  #row(member: Member, room: Room) {
    const { userId, username, role } = member;
    const say = words().members;
    const isOther = userId !== this.selfId;
    const mayRemove = room.isOwner && isOther && role !== 'owner' && room.kind !== 'direct';
    return html`
      <li data-testid="member" data-username=${username} data-member-id=${userId}>
        ${avatar(userId, username)}
        <span class="name" dir="auto">${username}</span>
        ${role === 'member' || room.kind === 'direct' ? nothing : html`<span class="role">${words().rooms.roles[role] ?? role}</span>`}
        ${isOther && room.kind !== 'direct' && isThere(username) ? html`
          <button class="icon" data-testid="message-member" title=${say.write(username)} aria-label=${say.write(username)}
            @click=${() => emit(this, { type: 'message_person', userId })}>${icons.letter()}</button>` : nothing}
        ${mayRemove ? html`
          <button class="icon remove" data-testid="remove-member" title=${say.remove(username)} aria-label=${say.remove(username)}
            aria-expanded=${this.askedId === userId} @click=${() => (this.askedId = userId)}>${icons.personOut()}</button>` : nothing}
        ${this.askedId === userId ? this.#sure(userId, username, room.id) : nothing}
      </li>`;
  }

  #sure(userId: number, username: string, roomId: number) {
    const say = words().members;
    return html`
      <div class="sure">
        <p id="sure" dir="auto">${say.sure(username)}</p>
        <button class="quiet keep" @click=${() => (this.askedId = undefined)}>${words().common.cancel}</button>
        <button class="primary danger" data-testid="remove-member-confirm" aria-describedby="sure"
          @click=${() => this.#remove(roomId, userId)}>${say.confirm}</button>
      </div>`;
  }

  #remove(roomId: number, userId: number) {
    emit(this, { type: 'remove_member', roomId, userId });
    this.#isGoing = true;
    this.askedId = undefined;
  }

  #onInput(event: InputEvent) {
    const query = (event.target as HTMLInputElement).value.trim();
    const roomId = this.rooms.currentId;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      if (roomId !== undefined) {
        emit(this, { type: 'find_members', roomId, query });
      }
    }, TYPING_MS);
  }
}
