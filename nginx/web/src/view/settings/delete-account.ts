import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Settings } from '../../model/settings/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import type { ParleyDialog } from '../kit/dialog.ts';
import { formError, valuesOf } from '../kit/field.ts';
import { focusWrong } from '../kit/focus.ts';
import { Passwords } from '../kit/password.ts';
import { controls } from '../kit/styles.ts';

/** Asks for the password before an account is deleted: nothing brings it back. */
@customElement('parley-delete-account')
export class ParleyDeleteAccount extends LitElement {
  static override styles = [controls, css`
    form { display: grid; gap: var(--space-4); padding-top: var(--space-3); }
    form > [role='alert']:empty { display: none; }
    .end { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--space-2); }
  `];

  @property({ attribute: false }) settings!: Settings;
  @query('parley-dialog') private readonly dialog!: ParleyDialog;
  readonly #passwords = new Passwords(this);

  override firstUpdated() {
    // After the dialog has opened, which focuses its first button.
    void this.dialog.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#password')?.focus());
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('settings') as Settings | undefined;
    if (before) {
      focusWrong(this.renderRoot, before.refused?.refusal, this.settings.refused?.refusal, '#password');
    }
  }

  override render() {
    const say = words().settings;
    const { busy, refused } = this.settings;
    const refusal = refused?.part === 'deletion' ? refused.refusal : undefined;
    return html`
      <parley-dialog heading=${say.deletionSure}>
        <p>${say.deletionWarning}</p>
        <form novalidate @submit=${this.#onSubmit}>
          ${formError(refusal, 'password')}
          ${this.#passwords.field({
            name: 'password', label: say.deletionPassword, testid: 'deletion-password', autocomplete: 'current-password',
          }, refusal)}
          <div class="end">
            <button class="quiet" type="button" data-testid="deletion-cancel" @click=${() => this.dialog.close()}>${say.keep}</button>
            <button class="primary danger" type="submit" data-testid="deletion-confirm" ?disabled=${busy === 'deletion'}>${busy === 'deletion' ? say.deleting : say.deletionConfirm}</button>
          </div>
        </form>
      </parley-dialog>`;
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    emit(this, { type: 'delete_account', password: valuesOf(event.target as HTMLFormElement)['password'] ?? '' });
  }
}
