import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { isFull } from '../model/writing/tasks.ts';
import { newsIn, titleOf, type News } from '../model/rooms/order.ts';
import { withRecalled } from '../model/recalled/recalled.ts';
import { peopleMet } from '../model/rooms/people.ts';
import type { Room } from '../model/rooms/types.ts';
import type { State } from '../model/state.ts';
import { emptyTimeline } from '../model/timeline/timeline.ts';
import { words } from '../words/words.ts';
import './chat/remove-message.ts';
import './chat/room-pane.ts';
import './connection.ts';
import { emit } from './emit.ts';
import { find, focused } from './kit/focus.ts';
import { icons } from './kit/icons.ts';
import { Narrow } from './kit/narrow.ts';
import { controls } from './kit/styles.ts';
import './rooms/browse.ts';
import './rooms/create-room.ts';
import './rooms/members.ts';
import './rooms/room-list.ts';
import './rooms/welcome.ts';
import { loadRoomDialogs, roomDialog } from './room-dialogs/room-dialogs.ts';
import { shellStyles } from './shell-styles.ts';

/** What the first screen does without comes a moment later, so that it is there when it is asked for, with or without a network. */
const later = () => Promise.all([import('./settings/settings.ts'), import('./keys/switcher.ts'), import('./keys/key-sheet.ts'), loadRoomDialogs()]);

/** The signed-in page: rooms beside the open room or the settings; on a narrow screen one of the two. */
@customElement('parley-shell')
export class ParleyShell extends LitElement {
  static override styles = [controls, shellStyles];

  @property({ attribute: false }) state!: State;
  readonly #narrow = new Narrow(this);
  @query('main') private readonly main!: HTMLElement;
  /** What had the focus before there was a dialog. */
  #opener: HTMLElement | undefined;

  override firstUpdated() {
    // Where it cannot be had, it is asked for again by the next page.
    void later().catch(() => undefined);
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('state') as State | undefined;
    this.toggleAttribute('in-pane', isInPane(this.state));
    if (this.state.rooms.dialog && !before?.rooms.dialog) {
      this.#opener = focused();
    }
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('state') as State | undefined;
    const closed = before?.rooms.dialog && !this.state.rooms.dialog;
    if (before && (closed || isInPane(before) !== isInPane(this.state) || (before.settings.open && !this.state.settings.open))) {
      requestAnimationFrame(() => this.#focusInsteadOf(before));
    }
  }

  /** Past what is the same on every page. */
  begin() {
    const isList = this.#narrow.matches && !isInPane(this.state);
    (isList ? find(this.renderRoot.querySelector('parley-room-list')!.shadowRoot!, 'main') : this.main)?.focus();
  }

  /**
   * What was focused may be gone with its pane, or with a dialog: one that is taken away gives the focus back to nobody.
   * It goes on where one would look next.
   */
  #focusInsteadOf({ settings, rooms }: State) {
    if (focused()?.checkVisibility()) {
      return;
    }
    if (rooms.dialog && this.#opener?.checkVisibility()) {
      this.#opener.focus();
    } else if (this.#narrow.matches && isInPane(this.state)) {
      this.begin();
    } else if (rooms.dialog && this.state.rooms.currentId !== undefined) {
      find(this.renderRoot, '[data-testid="composer"]')?.focus();
    } else {
      const next = settings.open ? '[data-testid="open-settings"]' : `[data-room-id="${rooms.currentId}"]`;
      // The room may have gone from the list too: to the one the Tab key stops at, or to where there are more.
      [next, '[data-room-id][tabindex="0"]', '[data-testid="browse-rooms"]'].map((one) => find(this.renderRoot, one)).find((one) => one)?.focus();
    }
  }

  override render() {
    const { rooms, session, connection, trouble, settings } = this.state;
    const { shell } = words();
    const news = (room: Room) => newsIn(this.state, room);
    return html`
      <button class="skip" data-testid="skip" @click=${this.begin}>${shell.skip}</button>
      <parley-room-list .rooms=${rooms} .news=${news} .account=${session.account} .settingsOpen=${settings.open}></parley-room-list>
      <main tabindex="-1" aria-label=${this.#heading()}>${this.#pane()}</main>
      <parley-connection .connection=${connection}></parley-connection>
      <div role="alert">${trouble ? html`
        <div class="trouble" data-testid="trouble">
          <span>${trouble}</span>
          <button class="icon" aria-label=${shell.dismiss} @click=${() => emit(this, { type: 'dismiss_trouble' })}>${icons.close()}</button>
        </div>` : nothing}</div>
      ${this.#dialog(news)}`;
  }

  /** Told to whoever is led there. */
  #heading(): string {
    const { rooms, settings, session } = this.state;
    const room = rooms.mine.find(({ id }) => id === rooms.currentId);
    return settings.open ? words().settings.title : room ? titleOf(room) : words().shell.greeting(session.account?.displayName ?? '');
  }

  #pane() {
    const { rooms, session, connection, timelines, editing, drafts, settings, preferences, language, reading, people, names, typing, recalled } = this.state;
    const roomId = rooms.currentId;
    if (settings.open) {
      return html`<parley-settings .settings=${settings} .preferences=${preferences} .account=${session.account} .language=${language}></parley-settings>`;
    }
    if (roomId === undefined) {
      return this.#narrow.matches ? nothing : html`<parley-welcome .rooms=${rooms} .account=${session.account}></parley-welcome>`;
    }
    const room = rooms.mine.find(({ id }) => id === roomId);
    return html`<parley-room-pane .roomId=${roomId} .room=${room} .timeline=${withRecalled(timelines[roomId] ?? emptyTimeline, recalled[roomId])} .reading=${reading}
      .account=${session.account} .draft=${drafts[roomId]} .people=${people[roomId] ?? []} .names=${names} .editing=${editing} .offline=${connection.status !== 'live'}
      .full=${isFull(timelines)} .sendKey=${preferences.sendKey} .typists=${typing[roomId] ?? []}></parley-room-pane>`;
  }

  #dialog(news: (room: Room) => News) {
    const { rooms, session, settings, preferences, roster } = this.state;
    switch (rooms.dialog) {
      case 'browse':
        return html`<parley-browse .rooms=${rooms}></parley-browse>`;
      case 'create':
        return html`<parley-create-room .rooms=${rooms}></parley-create-room>`;
      case 'members':
        return html`<parley-members .rooms=${rooms} .roster=${roster} .selfId=${session.account?.id ?? 0}></parley-members>`;
      case 'details':
      case 'leave':
      case 'invitations':
      case 'invitation':
      case 'offer':
        return roomDialog(this.state);
      case 'switcher':
        return html`<parley-switcher .rooms=${rooms} .news=${news} .people=${peopleMet(this.state)}></parley-switcher>`;
      case 'keys':
        return html`<parley-key-sheet .sendKey=${preferences.sendKey}></parley-key-sheet>`;
      case 'delete_account':
        return html`<parley-delete-account .settings=${settings}></parley-delete-account>`;
      case 'remove':
        return html`<parley-remove-message .removing=${rooms.removing!}></parley-remove-message>`;
      case undefined:
        return nothing;
    }
  }
}

/** On a narrow screen: the room or the settings are seen, not the list. */
function isInPane({ rooms, settings }: State): boolean {
  return rooms.currentId !== undefined || settings.open;
}
