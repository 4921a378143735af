import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Preferences } from '../../model/preferences/types.ts';
import type { Account } from '../../model/session/types.ts';
import type { Settings } from '../../model/settings/types.ts';
import { words, type Language } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import './account.ts';
import './appearance.ts';
import './data.ts';
import './devices.ts';
import './notifications.ts';

/** What somebody decides about this page and about their account. */
@customElement('parley-settings')
export class ParleySettings extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); min-height: 0; }
    header { display: flex; align-items: center; gap: var(--space-2); min-height: 60px; padding: max(var(--space-2), env(safe-area-inset-top)) var(--space-4) var(--space-2); border-bottom: 1px solid var(--line); background: var(--surface); }
    h1 { flex: 1; font-size: var(--text-large); }
    .page { overflow-y: auto; padding: 0 var(--space-5) max(var(--space-5), env(safe-area-inset-bottom)); }
    .column { max-width: 720px; margin-inline: auto; }
    @media (max-width: 720px) {
      header { padding-inline: var(--space-3); }
      .page { padding-inline: var(--space-4); }
    }
  `];

  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) preferences!: Preferences;
  @property({ attribute: false }) account: Account | undefined;
  @property() language!: Language;

  override firstUpdated() {
    // Who comes here by a key or a reader begins at the top; coming by another language one stays where one was.
    if (!this.renderRoot.querySelector(':focus')) {
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  }

  override render() {
    const { settings, preferences } = this;
    return html`
      <header>
        <button class="icon" aria-label=${words().settings.back} data-testid="close-settings" @click=${() => emit(this, { type: 'close_settings' })}>${icons.back()}</button>
        <h1 tabindex="-1">${words().settings.title}</h1>
      </header>
      <div class="page" data-testid="settings">
        <div class="column">
          <parley-appearance .preferences=${preferences}></parley-appearance>
          <parley-notification-settings .preferences=${preferences}></parley-notification-settings>
          <parley-account .settings=${settings} .account=${this.account}></parley-account>
          <parley-devices .settings=${settings}></parley-devices>
          <parley-data .settings=${settings}></parley-data>
        </div>
      </div>`;
  }
}
