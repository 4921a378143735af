import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { peopleFor, roomsFor, roomsToAsk } from '../../model/rooms/finding.ts';
import { titleOf, type News } from '../../model/rooms/order.ts';
import type { Peer, Room, Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import type { ParleyDialog } from '../kit/dialog.ts';
import { capped } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** Typing pauses shorter than this belong to the same search. */
const TYPING_MS = 250;

/** To a room or a person by a few letters: the focus stays in the input, arrows choose, Enter goes there. */
@customElement('parley-switcher')
export class ParleySwitcher extends LitElement {
  static override styles = [controls, css`
    input { margin-block: var(--space-1) var(--space-3); }
    h3 { padding-block: 0 var(--space-1); font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; align-items: center; gap: 10px; min-height: 44px; padding: 0 10px; border: 1px solid transparent; border-radius: var(--radius); cursor: pointer; }
    li svg { flex: none; color: var(--ink-soft); }
    li[aria-selected='true'] { background: var(--accent-soft); }
    li span { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500; }
    li small { color: var(--ink-soft); }
    .none { padding: var(--space-4) 0; text-align: center; color: var(--ink-soft); }
    @media (forced-colors: active) { li[aria-selected='true'] { border-color: Highlight; } }
  `];

  @property({ attribute: false }) rooms!: Rooms;
  @property({ attribute: false }) news!: (room: Room) => News;
  @property({ attribute: false }) people: readonly Peer[] = [];
  @state() private text = '';
  @state() private at = 0;
  @query('parley-dialog') private readonly dialog!: ParleyDialog;
  #typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override firstUpdated() {
    // After the dialog has opened, which focuses its first button.
    void this.dialog.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  override updated() {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { keys } = words();
    const found = this.#found();
    const people = this.#people();
    const isEmpty = found.length + people.length === 0;
    return html`
      <parley-dialog steady heading=${keys.switcher}>
        <input type="text" role="combobox" aria-label=${keys.switcher} placeholder=${keys.switcherHint} autocomplete="off" autocapitalize="none" spellcheck="false" dir="auto"
          data-testid="switcher-query" aria-expanded=${found.length + people.length > 0} aria-controls="found" aria-autocomplete="list"
          aria-activedescendant=${this.#active(found, people)} @input=${this.#onInput} @keydown=${this.#onKeyDown}>
        ${this.text.trim() === '' && found.length > 0 ? html`<h3>${keys.recent}</h3>` : nothing}
        <ul id="found" role="listbox" aria-label=${keys.switcherResults} ?hidden=${isEmpty}>
          ${repeat(found, ({ id }) => id, (room, i) => this.#row(room, i === this.at))}
          ${repeat(people, ({ id }) => `person-${id}`, (person, i) => this.#person(person, found.length + i === this.at))}
        </ul>
        <p class="none" role="status" ?hidden=${!isEmpty}>${!isEmpty ? nothing : this.rooms.mine.length > 0 ? keys.switcherNone : words().shell.noRooms}</p>
      </parley-dialog>`;
  }

  #row(room: Room, selected: boolean) {
    const { unread } = this.news(room);
    return html`
      <li role="option" id="room-${room.id}" aria-selected=${selected} data-testid="switcher-room" data-room-name=${titleOf(room)} @click=${() => this.#go(room)}>
        ${room.kind === 'direct' ? icons.person() : room.kind === 'private' ? icons.lock() : icons.hash()}
        <span dir="auto">${titleOf(room)}</span>
        ${unread > 0 ? html`<small>${words().shell.unread(unread, capped(unread))}</small>` : nothing}
      </li>`;
  }

  /** Somebody I have met and not written to alone. */
  #person(person: Peer, selected: boolean) {
    return html`
      <li role="option" id="person-${person.id}" aria-selected=${selected} data-testid="switcher-person" data-username=${person.username} @click=${() => this.#write(person)}>
        ${icons.letter()}<span dir="auto">${words().members.write(person.username)}</span>
      </li>`;
  }

  #active(found: readonly Room[], people: readonly Peer[]) {
    const [room, person] = [found[this.at], people[this.at - found.length]];
    return room ? `room-${room.id}` : person ? `person-${person.id}` : nothing;
  }

  #found() {
    return roomsFor(this.text, this.rooms);
  }

  #people() {
    return peopleFor(this.text, this.people);
  }

  #onInput(event: InputEvent) {
    this.text = (event.target as HTMLInputElement).value;
    this.at = 0;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask(), TYPING_MS);
  }

  /** Who is in a room with me may be meant, though they said nothing here yet. */
  #ask() {
    const query = this.text.trim();
    if (query !== '') {
      roomsToAsk(this.rooms.mine).forEach(({ id }) => emit(this, { type: 'find_people', roomId: id, query }));
    }
  }

  #onKeyDown(event: KeyboardEvent) {
    const found = this.#found();
    const people = this.#people();
    const count = found.length + people.length;
    if (event.isComposing || count === 0) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.at = (this.at + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const [room, person] = [found[this.at], people[this.at - found.length]];
      if (room) {
        this.#go(room);
      } else if (person) {
        this.#write(person);
      }
    }
  }

  #write({ id }: Peer) {
    this.dialog.close();
    emit(this, { type: 'message_person', userId: id });
  }

  #go(room: Room) {
    this.dialog.close();
    emit(this, { type: 'open_room', roomId: room.id });
  }
}
