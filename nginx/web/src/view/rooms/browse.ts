import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Room, Rooms } from '../../model/rooms/types.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { counted } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** Typing pauses shorter than this belong to the same search. */
const TYPING_MS = 250;

/** The public rooms (and the private ones I am in), to search, join and open. */
@customElement('parley-browse')
export class ParleyBrowse extends LitElement {
  static override styles = [controls, css`
    .search { position: relative; margin-block: var(--space-1) var(--space-3); }
    .search svg { position: absolute; inset-block-start: 11px; inset-inline-start: 11px; color: var(--ink-soft); pointer-events: none; }
    .search input { padding-inline-start: 40px; }
    ul { list-style: none; margin: 0; padding: 0; min-height: 200px; }
    li { display: flex; align-items: center; gap: var(--space-3); padding: 10px 0; border-bottom: 1px solid var(--line); }
    li:last-child { border-bottom: none; }
    li > svg { flex: none; color: var(--ink-soft); }
    .what { flex: 1; min-width: 0; }
    .name { font-weight: 600; overflow-wrap: anywhere; }
    .more { color: var(--ink-soft); font-size: var(--text-small); overflow-wrap: anywhere; }
    .empty { padding: var(--space-5) 0; text-align: center; color: var(--ink-soft); }
    .center { align-self: center; margin-top: var(--space-3); }
  `];

  @property({ attribute: false }) rooms!: Rooms;
  #typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override render() {
    const { rooms, hasMore, loading, query } = this.rooms.directory;
    return html`
      <parley-dialog heading="Browse rooms">
        ${formError(this.rooms.refusal)}
        <div class="search">
          ${icons.search()}
          <input type="search" aria-label="Search rooms" placeholder="Search by name" autocomplete="off" autofocus
            data-testid="browse-query" @input=${this.#onInput}>
        </div>
        <ul aria-busy=${loading}>
          ${repeat(rooms, ({ id }) => id, (room) => this.#row(room))}
          ${rooms.length === 0 && !loading
            ? html`<p class="empty">${query ? 'No room has that in its name.' : 'There is no public room yet. Open the first one.'}</p>`
            : nothing}
        </ul>
        ${hasMore
          ? html`<button class="quiet center" ?disabled=${loading} @click=${() => emit(this, { type: 'more_rooms' })}>Show more</button>`
          : nothing}
      </parley-dialog>`;
  }

  #row(room: Room) {
    const isMember = room.isMember || this.rooms.mine.some(({ id }) => id === room.id);
    return html`
      <li>
        ${room.kind === 'private' ? icons.lock() : icons.hash()}
        <div class="what">
          <p class="name" dir="auto">${room.name}</p>
          <p class="more" dir="auto">${room.description ? `${room.description} · ` : ''}${counted(room.memberCount, 'member', 'members')}</p>
        </div>
        ${isMember
          ? html`<button class="quiet" data-testid="open-room" data-room-name=${room.name}
              @click=${() => emit(this, { type: 'open_room', roomId: room.id })}>Open<span class="unseen-text"> ${room.name}</span></button>`
          : html`<button class="primary" data-testid="join-room" data-room-name=${room.name} ?disabled=${this.rooms.busy}
              @click=${() => emit(this, { type: 'join_room', roomId: room.id })}>Join<span class="unseen-text"> ${room.name}</span></button>`}
      </li>`;
  }

  #onInput(event: InputEvent) {
    const query = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => emit(this, { type: 'search_rooms', query }), TYPING_MS);
  }
}
