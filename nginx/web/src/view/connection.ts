import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../model/connection/types.ts';
import { emit } from './emit.ts';
import { controls } from './kit/styles.ts';

/** Says when the page is not live. While it is, there is nothing to see, only to be read. */
@customElement('parley-connection')
export class ParleyConnection extends LitElement {
  static override styles = [controls, css`
    :host { position: absolute; top: 70px; inset-inline: 0; z-index: 4; pointer-events: none; }
    .pill {
      width: fit-content; margin-inline: auto; pointer-events: auto;
      display: flex; align-items: center; gap: var(--space-2);
      min-height: 36px; padding: 0 var(--space-4);
      border-radius: 999px; background: var(--warn-soft); color: var(--warn);
      box-shadow: var(--shadow); font-size: var(--text-small); font-weight: 600;
    }
    .pill[data-state='live'] { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    /* A short wait is not worth a word; data-state says it at once. */
    .pill:not([data-state='live']) { opacity: 0; animation: appear 200ms 1.2s forwards; }
    .dot { width: 8px; height: 8px; border-radius: 50%; background: currentcolor; }
    button.link { color: inherit; font-size: inherit; }
    @keyframes appear { to { opacity: 1; } }
  `];

  @property({ attribute: false }) connection!: Connection;

  override render() {
    const { status } = this.connection;
    return html`
      <div class="pill" role="status" aria-live="polite" data-testid="connection-state" data-state=${status}>
        <span class="dot" aria-hidden="true"></span>${this.#words()}
        ${status === 'offline'
          ? html`<button class="link" @click=${() => emit(this, { type: 'reconnect_now' })}>Try now</button>`
          : nothing}
      </div>`;
  }

  #words(): string {
    switch (this.connection.status) {
      case 'live':
        return 'Connected';
      case 'connecting':
        return this.connection.wasLive ? 'Reconnecting…' : 'Connecting…';
      case 'offline':
        return 'You are offline. Trying again…';
    }
  }
}
