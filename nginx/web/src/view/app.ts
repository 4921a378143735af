import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Action, Wish } from '../model/actions.ts';
import type { State } from '../model/state.ts';
import { words } from '../words/words.ts';
import './entry/entry.ts';
import { focusOn, focused } from './kit/focus.ts';
import { logo } from './kit/icons.ts';
import { controls } from './kit/styles.ts';
import './shell.ts';
import type { ParleyShell } from './shell.ts';

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

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('state') as State | undefined;
    if (before && before.language !== this.state.language) {
      // Everything below is made anew, what was focused too.
      const testid = focused()?.dataset['testid'];
      requestAnimationFrame(() => focusOn(this.renderRoot, testid));
    }
    if (before?.session.phase === 'signed_out' && this.state.session.phase === 'signed_in') {
      // The form that had the focus is gone. Where a room is open its composer takes it.
      requestAnimationFrame(() => focused() ?? this.renderRoot.querySelector<ParleyShell>('parley-shell')?.begin());
    }
  }

  override render() {
    if (!this.state) {
      return nothing;
    }
    const { session, language } = this.state;
    switch (session.phase) {
      case 'resuming':
        return html`
          <main class="splash">
            ${logo(56)}<div class="spinner"></div>
            <p role="status">${session.remark ? `${session.remark} ${words().entry.again}` : words().entry.moment}</p>
          </main>`;
      case 'signed_out':
        // Speaks another language as it stands, with what was typed in it.
        return html`<parley-entry .session=${session} .language=${language}></parley-entry>`;
      case 'signed_in':
        // Elements ask for words while they render and keep none, so another language takes other elements.
        return keyed(language, html`<parley-shell .state=${this.state}></parley-shell>`);
    }
  }
}
