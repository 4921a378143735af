import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isFull } from '../model/writing/tasks.ts';
import type { State } from '../model/state.ts';
import './chat/remove-message.ts';
import './chat/room-pane.ts';
import './connection.ts';
import { emit } from './emit.ts';
import { icons, logo } from './kit/icons.ts';
import { controls } from './kit/styles.ts';
import './rooms/browse.ts';
import './rooms/create-room.ts';
import './rooms/members.ts';
import './rooms/room-list.ts';

/** The signed-in page: rooms beside the open room; on a narrow screen one of the two. */
@customElement('parley-shell')
export class ParleyShell extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template: 1fr / minmax(260px, 320px) 1fr; height: 100%; position: relative; overflow: hidden; }
    parley-room-list { border-inline-end: 1px solid var(--line); min-height: 0; }
    main { min-width: 0; min-height: 0; display: grid; background: var(--paper); }
    .welcome { display: grid; place-content: center; justify-items: center; gap: var(--space-3); padding: var(--space-5); text-align: center; }
    .welcome h1 { font-size: 1.375rem; letter-spacing: -0.015em; }
    .welcome p { max-width: 40ch; color: var(--ink-soft); }
    .welcome .actions { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--space-2); margin-top: var(--space-2); }
    [role='alert'] { position: absolute; inset: auto 0 0; height: 0; }
    .trouble {
      position: absolute; inset-inline: 0; bottom: 96px; margin-inline: auto; z-index: 5;
      width: fit-content; max-width: calc(100% - 2 * var(--space-4));
      display: flex; align-items: center; gap: var(--space-2);
      padding: var(--space-1) var(--space-1) var(--space-1) var(--space-4);
      border-radius: var(--radius); background: var(--danger-soft); color: var(--danger);
      box-shadow: var(--shadow); font-weight: 500;
    }
    .trouble button { color: inherit; }
    @media (max-width: 720px) {
      :host { grid-template-columns: minmax(0, 1fr); }
      :host([in-room]) parley-room-list, :host(:not([in-room])) main { display: none; }
      parley-room-list { border: none; }
    }
  `];

  @property({ attribute: false }) state!: State;

  override willUpdate() {
    this.toggleAttribute('in-room', this.state.rooms.currentId !== undefined);
  }

  override render() {
    const { rooms, session, connection, timelines, trouble, editing, drafts, people } = this.state;
    const roomId = rooms.currentId;
    const room = rooms.mine.find(({ id }) => id === roomId);
    return html`
      <parley-room-list .rooms=${rooms} .account=${session.account}></parley-room-list>
      <main>
        ${roomId === undefined
          ? this.#welcome()
          : html`<parley-room-pane .roomId=${roomId} .room=${room} .timeline=${timelines[roomId]}
              .account=${session.account} .draft=${drafts[roomId]} .people=${people[roomId] ?? []} .editing=${editing} .offline=${connection.status !== 'live'}
              .full=${isFull(timelines)}></parley-room-pane>`}
      </main>
      <parley-connection .connection=${connection}></parley-connection>
      <div role="alert">${trouble ? html`
        <div class="trouble" data-testid="trouble">
          <span>${trouble}</span>
          <button class="icon" aria-label="Dismiss" @click=${() => emit(this, { type: 'dismiss_trouble' })}>${icons.close()}</button>
        </div>` : nothing}</div>
      ${this.#dialog()}`;
  }

  #welcome() {
    return html`
      <div class="welcome">
        ${logo(48)}
        <h1>Good to see you, ${this.state.session.account?.displayName}</h1>
        <p>Pick a room on the left, look around in the public ones, or open one of your own.</p>
        <div class="actions">
          <button class="primary" @click=${() => emit(this, { type: 'open_dialog', dialog: 'browse' })}>Browse rooms</button>
          <button class="quiet" @click=${() => emit(this, { type: 'open_dialog', dialog: 'create' })}>New room</button>
        </div>
      </div>`;
  }

  #dialog() {
    const { rooms, timelines, session } = this.state;
    switch (rooms.dialog) {
      case 'browse':
        return html`<parley-browse .rooms=${rooms}></parley-browse>`;
      case 'create':
        return html`<parley-create-room .rooms=${rooms}></parley-create-room>`;
      case 'members':
        return html`<parley-members .rooms=${rooms}></parley-members>`;
      case 'remove': {
        const message = rooms.removing
          && timelines[rooms.removing.roomId]?.messages.find(({ seq }) => seq === rooms.removing?.seq);
        return message
          ? html`<parley-remove-message .message=${message} .mine=${message.userId === session.account?.id}></parley-remove-message>`
          : nothing;
      }
      case undefined:
        return nothing;
    }
  }
}
