import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Room, Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { waiting } from '../kit/waiting.ts';

/** Typing pauses shorter than this belong to the same search. */
const TYPING_MS = 250;

/** The public rooms (and the private ones I am in), to search, join and open. */
@customElement('parley-browse')
export class ParleyBrowse extends LitElement {
  static override styles = [controls, css`
    .search { position: relative; margin-block: var(--space-1) var(--space-3); }
    .search svg { position: absolute; inset-block-start: 11px; inset-inline-start: 11px; color: var(--ink-soft); pointer-events: none; }
    .search input { padding-inline-start: 40px; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; align-items: center; gap: var(--space-3); padding: 10px 0; border-bottom: 1px solid var(--line); }
    li:last-child { border-bottom: none; }
    li > svg { flex: none; color: var(--ink-soft); }
    .what { flex: 1; min-width: 0; }
    .name { font-weight: 600; overflow-wrap: anywhere; }
    .more { color: var(--ink-soft); font-size: var(--text-small); overflow-wrap: anywhere; }
    .more bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; text-align: -webkit-match-parent; text-align: match-parent; }
    .empty { display: grid; justify-items: center; gap: var(--space-3); padding: var(--space-5) 0; text-align: center; color: var(--ink-soft); }
    .empty button { display: inline-flex; align-items: center; gap: 6px; color: var(--ink); }
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
    const say = words().rooms;
    return html`
      <parley-dialog steady heading=${say.browse}>
        ${formError(this.rooms.refusal)}
        <div class="search">
          ${icons.search()}
          <input type="text" role="searchbox" enterkeyhint="search" aria-label=${say.search} placeholder=${say.searchHint} autocomplete="off" autofocus
            data-testid="browse-query" @input=${this.#onInput}>
        </div>
        <ul aria-label=${words().shell.rooms} aria-busy=${loading} ?hidden=${rooms.length === 0}>${repeat(rooms, ({ id }) => id, (room) => this.#row(room))}</ul>
        ${rooms.length > 0 ? nothing : loading ? waiting() : this.#nothing(query)}
        ${hasMore
          ? html`<button class="quiet center" ?disabled=${loading} @click=${() => emit(this, { type: 'more_rooms' })}>${say.showMore}</button>`
          : nothing}
      </parley-dialog>`;
  }

  /** The way on from here is opening a room, named as what was looked for. */
  #nothing(query: string) {
    const say = words().rooms;
    return html`
      <div class="empty">
        <p role="status">${query ? say.noneNamed : say.nonePublic}</p>
        <button class="quiet" data-testid="create-instead" @click=${() => emit(this, { type: 'open_dialog', dialog: 'create' })}>${icons.plus()} ${say.newRoom}</button>
      </div>`;
  }

  #row(room: Room) {
    const say = words().rooms;
    const isMember = room.isMember || this.rooms.mine.some(({ id }) => id === room.id);
    return html`
      <li>
        ${room.kind === 'private' ? icons.lock() : icons.hash()}
        <div class="what">
          <p class="name" dir="auto">${room.name}</p>
          <p class="more">${room.description ? html`<bdi>${room.description}</bdi>` : nothing}${say.memberCount(room.memberCount)}</p>
        </div>
        ${isMember
          ? html`<button class="quiet" data-testid="open-room" data-room-name=${room.name}
              aria-label=${say.openRoom(room.name)}
              @click=${() => emit(this, { type: 'open_room', roomId: room.id })}>${say.open}</button>`
          : html`<button class="primary" data-testid="join-room" data-room-name=${room.name} ?disabled=${this.rooms.busy} aria-label=${say.joinRoom(room.name)}
              @click=${() => emit(this, { type: 'join_room', roomId: room.id })}>${say.join}</button>`}
      </li>`;
  }

  #onInput(event: InputEvent) {
    const query = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => emit(this, { type: 'search_rooms', query }), TYPING_MS);
  }
}
