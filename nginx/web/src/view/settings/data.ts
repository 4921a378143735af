import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Settings } from '../../model/settings/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { controls } from '../kit/styles.ts';
import './delete-account.ts';
import { settingsStyles } from './settings-styles.ts';

/** A copy of what is kept about me, and the end of it. */
@customElement('parley-data')
export class ParleyData extends LitElement {
  static override styles = [controls, settingsStyles];

  @property({ attribute: false }) settings!: Settings;

  override render() {
    const say = words().settings;
    const { done, refused } = this.settings;
    const failed = refused?.part === 'account_data' || refused?.part === 'messages_data' ? refused.refusal.detail : undefined;
    return html`
      <section aria-labelledby="data">
        <h2 id="data">${say.data}</h2>
        <p class="hint">${say.dataHint}</p>
        <div role="alert">${failed ? html`<p class="alert">${failed}</p>` : nothing}</div>
        <div class="end">
          ${this.#export('account', say.exportAccount)}
          ${this.#export('messages', say.exportMessages)}
          <span class="done" role="status">${done === 'account_data' || done === 'messages_data' ? say.exported : nothing}</span>
        </div>
      </section>
      <section aria-labelledby="deletion">
        <h2 id="deletion">${say.deletion}</h2>
        <p class="hint">${say.deletionWarning}</p>
        <div class="end">
          <button class="quiet danger" data-testid="delete-account" @click=${() => emit(this, { type: 'open_dialog', dialog: 'delete_account' })}>${say.deletionAsk}</button>
        </div>
      </section>`;
  }

  #export(what: 'account' | 'messages', label: string) {
    const busy = this.settings.busy === `${what}_data`;
    return html`<button class="quiet" data-testid="export-${what}" ?disabled=${busy} @click=${() => emit(this, { type: 'export_data', what })}>${busy ? words().settings.exporting : label}</button>`;
  }
}
