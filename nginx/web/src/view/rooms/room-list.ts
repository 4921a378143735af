import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Account } from '../../model/session/types.ts';
import { sectionsOf, titleOf, type News, type Section } from '../../model/rooms/order.ts';
import type { Room, Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { commandKey } from '../keys/command-key.ts';
import { avatar, avatarStyles } from '../kit/avatar.ts';
import { capped } from '../kit/format.ts';
import { icons, logo } from '../kit/icons.ts';
import { Narrow } from '../kit/narrow.ts';
import { rove } from '../kit/roving.ts';
import { controls } from '../kit/styles.ts';
import { roomListStyles } from './room-list-styles.ts';
import './welcome.ts';

const BONES = [1, 2, 3, 4, 5];

/** My rooms, the ways to more of them, and who I am. One stop of the Tab key; arrows move among the rooms. */
@customElement('parley-room-list')
export class ParleyRoomList extends LitElement {
  static override styles = [controls, avatarStyles, roomListStyles];

  @property({ attribute: false }) rooms!: Rooms;
  @property({ attribute: false }) news!: (room: Room) => News;
  @property({ attribute: false }) account: Account | undefined;
  @property({ type: Boolean }) settingsOpen = false;
  readonly #narrow = new Narrow(this);
  /** The room that was focused last. */
  @state() private stopId: number | undefined;

  override render() {
    const name = this.account?.displayName ?? '';
    const { shell, keys } = words();
    return html`
      <header role="banner">
        <div class="top">
          ${logo(28)}<span class="brand">Parley</span>
          <button class="icon" aria-label=${shell.goTo} title="${shell.goTo} (${keys.caps[commandKey()] ?? commandKey()}+K)" data-testid="open-switcher" aria-keyshortcuts="Control+K Meta+K"
            @click=${() => emit(this, { type: 'open_dialog', dialog: 'switcher' })}>${icons.search()}</button>
        </div>
        <div class="actions">
          <button class="primary" data-testid="create-room" @click=${() => emit(this, { type: 'open_dialog', dialog: 'create' })}>${icons.plus()} ${shell.newRoom}</button>
          <button class="quiet" data-testid="browse-rooms" @click=${() => emit(this, { type: 'open_dialog', dialog: 'browse' })}>${icons.compass()} ${shell.browse}</button>
        </div>
      </header>
      ${this.#narrow.matches
        ? html`<main tabindex="-1"><h1 class="unseen-text">${shell.navigation}</h1>${this.#navigation()}</main>` // the only pane there is
        : this.#navigation()}
      <aside aria-label=${shell.account}>
        ${avatar(this.account?.id ?? 0, name)}
        <span class="name" dir="auto" data-testid="account-name">${name}</span>
        <button class="icon" aria-label=${shell.settings} title=${shell.settings} data-testid="open-settings" aria-current=${this.settingsOpen ? 'page' : nothing}
          @click=${() => emit(this, { type: 'open_settings' })}>${icons.gear()}</button>
        <button class="icon" aria-label=${shell.signOut} title=${shell.signOut} data-testid="sign-out" @click=${() => emit(this, { type: 'sign_out' })}>${icons.door()}</button>
      </aside>`;
  }

  #navigation() {
    return html`<nav aria-label=${words().shell.navigation} @keydown=${this.#onKeyDown}>${this.#list()}</nav>`;
  }

  #list() {
    const { mine, loaded } = this.rooms;
    if (!loaded && mine.length === 0) {
      return html`
        <div class="coming" role="status">
          <p class="unseen-text">${words().shell.loading}</p>
          <div class="bones" aria-hidden="true" data-testid="rooms-loading">
            <div><span class="bone"></span></div>
            ${BONES.map(() => html`<div><span class="bone mark"></span><span class="bone"></span></div>`)}
          </div>
        </div>`;
    }
    if (mine.length === 0) {
      // Beside it, where there is room, is more.
      return this.#narrow.matches
        ? html`<parley-welcome level="2" .rooms=${this.rooms} .account=${this.account}></parley-welcome>`
        : html`<p class="empty">${words().shell.noRooms}</p>`;
    }
    const stop = [this.stopId, this.rooms.currentId, ...sectionsOf(mine).flatMap(({ rooms }) => rooms.map(({ id }) => id))]
      .find((id) => mine.some((room) => room.id === id));
    return sectionsOf(mine).map((section) => this.#section(section, stop));
  }

  #section({ kind, rooms }: Section, stop: number | undefined) {
    return html`
      <h2 id=${kind}>${words().shell[kind]}</h2>
      <ul aria-labelledby=${kind}>${repeat(rooms, ({ id }) => id, (room) => html`<li>${this.#room(room, room.id === stop)}</li>`)}</ul>`;
  }

  #room(room: Room, isStop: boolean) {
    const current = room.id === this.rooms.currentId && !this.settingsOpen;
    const { unread, mentions } = this.news(room);
    const state = room.muted ? 'muted' : unread > 0 ? 'fresh' : '';
    return html`
      <button class="room ${state}" data-testid="room-item" data-room-name=${titleOf(room)} data-room-id=${room.id} tabindex=${isStop ? 0 : -1}
        aria-current=${current ? 'page' : nothing} @focus=${() => (this.stopId = room.id)}
        @click=${() => emit(this, { type: 'open_room', roomId: room.id })}>
        ${markOf(room)}
        <span class="name" dir="auto" title=${titleOf(room)}>${titleOf(room)}</span>
        ${room.muted ? html`${icons.muted()}<span class="unseen-text">${words().shell.muted}</span>` : nothing}
        ${unread > 0 || mentions > 0 ? badge(room, { unread, mentions }) : nothing}
      </button>`;
  }

  #onKeyDown(event: KeyboardEvent) {
    rove(event, [...this.renderRoot.querySelectorAll<HTMLElement>('.room')]);
  }
}

function markOf(room: Room) {
  if (room.peer) {
    return avatar(room.peer.id, room.peer.username);
  }
  return room.kind === 'private' ? icons.lock() : icons.hash();
}

/** Strong where it is about me, paler where it is not, and hardly there in a room that is muted. */
function badge({ kind, muted }: Room, { unread, mentions }: News) {
  const { shell } = words();
  const isMention = mentions > 0 && kind !== 'direct';
  const [shown, meaning] = isMention
    ? [`@ ${capped(mentions)}`, shell.mentions(mentions, capped(mentions))]
    : [capped(unread), shell.unread(unread, capped(unread))];
  const look = mentions > 0 ? 'mine' : muted ? 'quiet' : 'some';
  return html`<span class="badge ${look}" data-testid="badge"><span aria-hidden="true">${shown}</span><span class="unseen-text">${meaning}</span></span>`;
}
