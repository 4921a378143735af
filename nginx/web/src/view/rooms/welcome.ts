import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Account } from '../../model/session/types.ts';
import type { Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { icons, logo } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** As many as one takes in at a glance. */
const OFFERED = 5;

/** Where no room is open. Somebody who is in none is offered the public ones, each a click away. */
@customElement('parley-welcome')
export class ParleyWelcome extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; place-content: safe center; justify-items: center; gap: var(--space-3); padding: var(--space-5); overflow-y: auto; text-align: center; }
    h1, .title { font-size: 1.375rem; letter-spacing: -0.015em; overflow-wrap: anywhere; }
    .label { margin-top: var(--space-3); font-size: var(--text-small); font-weight: 600; }
    p { max-width: 42ch; color: var(--ink-soft); }
    .actions { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--space-2); margin-top: var(--space-2); }
    ul { list-style: none; margin: 0; padding: 0; width: min(420px, 100%); display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-2); }
    li { display: flex; align-items: center; gap: var(--space-3); padding-block: var(--space-2); padding-inline: var(--space-4) var(--space-2); border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); text-align: start; }
    li svg { flex: none; color: var(--ink-soft); }
    .what { flex: 1; min-width: 0; }
    .name { color: var(--ink); font-weight: 600; overflow-wrap: anywhere; }
    .more { font-size: var(--text-small); overflow-wrap: anywhere; }
    .more bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; text-align: -webkit-match-parent; text-align: match-parent; }
  `];

  @property({ attribute: false }) rooms!: Rooms;
  @property({ attribute: false }) account: Account | undefined;
  /** Of its heading, on the page it is part of. */
  @property({ type: Number }) level: 1 | 2 = 1;
  #asked = false;

  override updated() {
    if (this.rooms.loaded && this.rooms.mine.length === 0 && !this.#asked) {
      this.#asked = true;
      emit(this, { type: 'search_rooms', query: '' });
    }
  }

  override render() {
    const { shell, rooms } = words();
    const isNew = this.rooms.loaded && this.rooms.mine.length === 0;
    const offered = isNew ? this.rooms.directory.rooms.filter(({ isMember }) => !isMember).slice(0, OFFERED) : [];
    const greeting = shell.greeting(this.account?.displayName ?? '');
    return html`
      ${logo(48)}
      ${this.level === 1 ? html`<h1 dir="auto">${greeting}</h1>` : html`<h2 class="title" dir="auto">${greeting}</h2>`}
      <p>${isNew ? shell.begin : shell.pick}</p>
      ${offered.length > 0 ? html`
        <p class="label" id="offered">${shell.openRooms}</p>
        <ul aria-labelledby="offered">
          ${repeat(offered, ({ id }) => id, (room) => html`
            <li>
              ${icons.hash()}
              <div class="what">
                <p class="name" dir="auto">${room.name}</p>
                <p class="more">${room.description ? html`<bdi>${room.description}</bdi>` : nothing}${rooms.memberCount(room.memberCount)}</p>
              </div>
              <button class="primary" data-testid="welcome-join" data-room-name=${room.name} aria-label=${rooms.joinRoom(room.name)}
                ?disabled=${this.rooms.busy} @click=${() => emit(this, { type: 'join_room', roomId: room.id })}>${rooms.join}</button>
            </li>`)}
        </ul>` : nothing}
      <div class="actions">
        <button class=${offered.length > 0 ? 'quiet' : 'primary'} data-testid="welcome-browse"
          @click=${() => emit(this, { type: 'open_dialog', dialog: 'browse' })}>${shell.browseRooms}</button>
        <button class="quiet" data-testid="welcome-create" @click=${() => emit(this, { type: 'open_dialog', dialog: 'create' })}>${shell.newRoom}</button>
      </div>`;
  }
}
