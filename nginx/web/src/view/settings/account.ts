import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Account } from '../../model/session/types.ts';
import type { Settings, SettingsPart } from '../../model/settings/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { field, formError, valuesOf } from '../kit/field.ts';
import { focusWrong } from '../kit/focus.ts';
import { Passwords } from '../kit/password.ts';
import { controls } from '../kit/styles.ts';
import { settingsStyles } from './settings-styles.ts';

/** My name and my password. */
@customElement('parley-account')
export class ParleyAccount extends LitElement {
  static override styles = [controls, settingsStyles];

  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) account: Account | undefined;
  readonly #passwords = new Passwords(this);

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('settings') as Settings | undefined;
    if (before && this.settings.done === 'password' && before.done !== 'password') {
      this.renderRoot.querySelector<HTMLFormElement>('#password-form')?.reset();
    }
    if (before) {
      focusWrong(this.renderRoot, before.refused?.refusal, this.settings.refused?.refusal);
    }
  }

  override render() {
    const say = words().settings;
    const { username = '', displayName = '' } = this.account ?? {};
    return html`
      <section aria-labelledby="account">
        <h2 id="account">${say.account}</h2>
        <p class="hint">${say.signedInAs(username)}</p>
        <form novalidate @submit=${this.#onName}>
          ${formError(this.#refusal('name'), 'display_name')}
          ${field({
            name: 'display_name', label: say.displayName, testid: 'display-name', autocomplete: 'name', hint: say.displayNameHint, value: displayName, maxlength: 64,
          }, this.#refusal('name'))}
          ${this.#end('name', 'save-name', say.save, say.saving, say.saved)}
        </form>
      </section>
      <section aria-labelledby="password">
        <h2 id="password">${say.password}</h2>
        <form id="password-form" novalidate @submit=${this.#onPassword}>
          <input type="text" name="username" autocomplete="username" .value=${username} hidden>
          ${formError(this.#refusal('password'), 'current_password', 'new_password')}
          ${this.#passwords.field({
            name: 'current_password', label: say.currentPassword, testid: 'current-password', autocomplete: 'current-password',
          }, this.#refusal('password'))}
          ${this.#passwords.field({
            name: 'new_password', label: say.newPassword, testid: 'new-password', autocomplete: 'new-password', hint: words().entry.passwordHint,
          }, this.#refusal('password'))}
          ${this.#end('password', 'save-password', say.changePassword, say.saving, say.passwordChanged)}
        </form>
      </section>`;
  }

  #end(part: SettingsPart, testid: string, label: string, busyLabel: string, doneText: string) {
    const busy = this.settings.busy === part;
    return html`
      <div class="end">
        <button class="primary" type="submit" data-testid=${testid} ?disabled=${busy}>${busy ? busyLabel : label}</button>
        <span class="done" role="status" data-testid="${testid}-done">${this.settings.done === part ? doneText : nothing}</span>
      </div>`;
  }

  #refusal(part: SettingsPart) {
    const { refused } = this.settings;
    return refused?.part === part ? refused.refusal : undefined;
  }

  #onName(event: SubmitEvent) {
    event.preventDefault();
    emit(this, { type: 'change_name', displayName: valuesOf(event.target as HTMLFormElement)['display_name'] ?? '' });
  }

  #onPassword(event: SubmitEvent) {
    event.preventDefault();
    const { current_password: current = '', new_password: next = '' } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'change_password', current, next });
  }
}
