import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Account } from '../../model/session/types.ts';
import type { Room, Rooms } from '../../model/rooms/types.ts';
import { emit } from '../emit.ts';
import { avatar, avatarStyles } from '../kit/avatar.ts';
import { icons, logo } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** My rooms, the ways to more of them, and who I am. */
@customElement('parley-room-list')
export class ParleyRoomList extends LitElement {
  static override styles = [controls, avatarStyles, css`
    :host { display: grid; grid-template-rows: auto auto 1fr auto; background: var(--surface); }
    header { display: flex; align-items: center; gap: var(--space-2); padding: var(--space-4) var(--space-4) var(--space-3); font-size: 1.125rem; font-weight: 700; letter-spacing: -0.01em; }
    .actions { display: grid; grid-template-columns: 1fr 1fr; gap: var(--space-2); padding: 0 var(--space-4) var(--space-3); }
    .actions button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; padding: 0 var(--space-2); }
    nav { min-height: 0; overflow-y: auto; padding: var(--space-1) var(--space-2); }
    h2 { padding: var(--space-2); font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
    ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 2px; }
    .room { width: 100%; min-height: 44px; display: flex; align-items: center; gap: 10px; padding: 0 10px; text-align: start; font-weight: 500; }
    .room svg { flex: none; color: var(--ink-soft); }
    .room:hover { background: color-mix(in srgb, var(--accent-soft) 55%, transparent); }
    .room[aria-current] { background: var(--accent-soft); font-weight: 650; }
    .room[aria-current] svg { color: var(--accent); }
    .room .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .room.fresh .name { font-weight: 700; }
    .badge { min-width: 22px; padding: 1px 7px; border-radius: 999px; background: var(--accent); color: var(--accent-ink); font-size: 0.75rem; font-weight: 700; text-align: center; }
    .empty { padding: var(--space-2); color: var(--ink-soft); }
    footer { display: flex; align-items: center; gap: 10px; padding: var(--space-3) var(--space-4); border-top: 1px solid var(--line); }
    footer .name { flex: 1; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  `];

  @property({ attribute: false }) rooms!: Rooms;
  @property({ attribute: false }) unread: (roomId: number) => number = () => 0;
  @property({ attribute: false }) account: Account | undefined;

  override render() {
    const name = this.account?.displayName ?? '';
    return html`
      <header>${logo(28)}Parley</header>
      <div class="actions">
        <button class="primary" data-testid="create-room" @click=${() => emit(this, { type: 'open_dialog', dialog: 'create' })}>${icons.plus()} New room</button>
        <button class="quiet" data-testid="browse-rooms" @click=${() => emit(this, { type: 'open_dialog', dialog: 'browse' })}>${icons.search()} Browse</button>
      </div>
      <nav aria-labelledby="mine">
        <h2 id="mine">Your rooms</h2>
        <ul>${repeat(this.rooms.mine, ({ id }) => id, (room) => html`<li>${this.#room(room)}</li>`)}</ul>
        ${this.rooms.loaded && this.rooms.mine.length === 0
          ? html`<p class="empty">You are in no room yet. Browse the public ones, or open a new one.</p>`
          : nothing}
      </nav>
      <footer>
        ${avatar(this.account?.id ?? 0, name)}
        <span class="name" data-testid="account-name">${name}</span>
        <button class="icon" aria-label="Sign out" title="Sign out" data-testid="sign-out" @click=${() => emit(this, { type: 'sign_out' })}>${icons.door()}</button>
      </footer>`;
  }

  #room(room: Room) {
    const current = room.id === this.rooms.currentId;
    const unseen = this.unread(room.id);
    return html`
      <button class="room ${unseen > 0 ? 'fresh' : ''}" data-testid="room-item" data-room-name=${room.name} data-room-id=${room.id}
        aria-current=${current ? 'page' : nothing} @click=${() => emit(this, { type: 'open_room', roomId: room.id })}>
        ${room.kind === 'private' ? icons.lock() : icons.hash()}
        <span class="name" dir="auto">${room.name}</span>
        ${unseen > 0
          ? html`<span class="badge">${unseen > 99 ? '99+' : unseen}<span class="unseen-text"> new</span></span>`
          : nothing}
      </button>`;
  }
}
