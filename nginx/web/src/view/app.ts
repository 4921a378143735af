import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Action, Wish } from '../model/actions.ts';
import type { State } from '../model/state.ts';
import './entry/entry.ts';
import { logo } from './kit/icons.ts';
import { controls } from './kit/styles.ts';
import './shell.ts';

/** The root: shows the state it is given and hands the wishes of everything below it to the store. */
@customElement('parley-app')
export class ParleyApp extends LitElement {
  static override styles = [controls, css`
    :host { display: block; height: 100dvh; }
    .splash { height: 100%; display: grid; place-content: center; justify-items: center; gap: var(--space-4); }
    /* A session that resumes at once should not flash a waiting screen. */
    .splash { opacity: 0; animation: appear 200ms 400ms forwards; }
    .splash p { max-width: 32ch; text-align: center; color: var(--ink-soft); }
    @keyframes appear { to { opacity: 1; } }
  `];

  @property({ attribute: false }) state!: State;
  dispatch: (action: Action) => void = () => undefined;

  constructor() {
    super();
    this.addEventListener('wish', (event) => this.dispatch((event as CustomEvent<Wish>).detail));
  }

  override render() {
    if (!this.state) {
      return nothing;
    }
    const { session } = this.state;
    switch (session.phase) {
      case 'resuming':
        return html`
          <div class="splash" role="status">
            ${logo(56)}<div class="spinner"></div>
            <p>${session.remark ? `${session.remark} Trying again…` : 'One moment…'}</p>
          </div>`;
      case 'signed_out':
        return html`<parley-entry .session=${session}></parley-entry>`;
      case 'signed_in':
        return html`<parley-shell .state=${this.state}></parley-shell>`;
    }
  }
}
