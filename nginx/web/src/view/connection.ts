import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Connection } from '../model/connection/types.ts';
import { words } from '../words/words.ts';
import { emit } from './emit.ts';
import { controls } from './kit/styles.ts';

const SECOND_MS = 1_000;

/** Says when the page has not been live for a while, why, and when it is tried again. While it is, there is nothing to see. */
@customElement('parley-connection')
export class ParleyConnection extends LitElement {
  static override styles = [controls, css`
    :host { position: absolute; top: 64px; inset-inline: 0; z-index: 4; pointer-events: none; }
    .banner {
      width: fit-content; max-width: calc(100% - 2 * var(--space-4)); margin-inline: auto; pointer-events: auto;
      display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--space-2);
      padding: var(--space-1) var(--space-4);
      border: 1px solid transparent; border-radius: 20px; background: var(--warn-soft); color: var(--warn);
      box-shadow: var(--shadow); font-size: var(--text-small); font-weight: 600;
      animation: appear 200ms;
    }
    .banner:not(.shown) { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; animation: none; }
    .dot { flex: none; width: 8px; height: 8px; border-radius: 50%; background: currentcolor; }
    /* Wide enough for the last seconds as for the first. */
    .countdown { font-variant-numeric: tabular-nums; font-weight: 500; }
    .then { display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--space-2); }
    .words { display: flex; align-items: center; gap: var(--space-2); min-height: 28px; }
    button.link { color: inherit; font-size: inherit; min-height: 28px; }
    @keyframes appear { from { opacity: 0; } }
    @media (prefers-reduced-motion: reduce) { .banner { animation: none; } }
    @media (forced-colors: active) { .banner { border-color: CanvasText; } .dot { background: CanvasText; } }
  `];

  @property({ attribute: false }) connection!: Connection;
  #ticking: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#tick(false);
  }

  override updated() {
    this.#tick(this.connection.noticed && this.connection.retryAt !== undefined);
  }

  override render() {
    const { status, noticed, held, wasLive } = this.connection;
    const say = words().connection;
    return html`
      <div class="banner ${noticed ? 'shown' : ''}" role=${noticed ? 'region' : nothing} aria-label=${noticed ? say.label : nothing} data-testid="connection-state" data-state=${status}>
        <span class="words">
          ${noticed ? html`<span class="dot" aria-hidden="true"></span>` : nothing}
          <span role="status" data-testid="connection-words">${this.#words()}</span>
        </span>
        <span class="then">
          ${noticed && (wasLive || status === 'offline') ? html`<span class="countdown" data-testid="connection-countdown">${this.#countdown()}</span>` : nothing}
          ${noticed && status === 'offline' && !held
            ? html`<button class="link" data-testid="connection-retry" @click=${() => emit(this, { type: 'reconnect_now' })}>${say.retry}</button>`
            : nothing}
        </span>
      </div>`;
  }

  /** Read out when it changes, so the seconds are not in it. */
  #words(): string {
    const { noticed, isBack, wasLive, cause, status } = this.connection;
    const say = words().connection;
    if (!noticed) {
      return isBack ? say.back : '';
    }
    return wasLive || status === 'offline' ? say.causes[cause] : say.connecting;
  }

  #countdown(): string {
    const { retryAt } = this.connection;
    const seconds = retryAt === undefined ? 0 : Math.ceil((retryAt - Date.now()) / SECOND_MS);
    return seconds > 0 ? words().connection.inSeconds(seconds) : words().connection.now;
  }

  #tick(on: boolean) {
    if (on) {
      this.#ticking ??= setInterval(() => this.requestUpdate(), SECOND_MS);
    } else {
      clearInterval(this.#ticking);
      this.#ticking = undefined;
    }
  }
}
