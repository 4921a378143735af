import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Session } from '../../model/session/types.ts';
import { emit } from '../emit.ts';
import { field, formError, valuesOf } from '../kit/field.ts';
import { logo } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { entryStyles } from './entry-styles.ts';

/** Sign in and sign up. */
@customElement('parley-entry')
export class ParleyEntry extends LitElement {
  static override styles = [controls, entryStyles];

  @property({ attribute: false }) session!: Session;
  @state() private passwordShown = false;

  override render() {
    const signingUp = this.session.form === 'sign_up';
    return html`
      <main>
        <div class="card">
          <div class="brand">${logo(36)}<span>Parley</span></div>
          <h1>${signingUp ? 'Create your account' : 'Sign in'}</h1>
          ${this.session.remark ? html`<p class="remark" role="status">${this.session.remark}</p>` : nothing}
          ${keyed(this.session.form, signingUp ? this.#signUp() : this.#signIn())}
        </div>
        <p class="line">The chat your company runs itself.</p>
      </main>`;
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('session') as Session | undefined;
    if (changed.has('session') && before?.form !== this.session.form) {
      this.renderRoot.querySelector('input')?.focus();
    } else if (this.session.refusal && this.session.refusal !== before?.refusal) {
      this.renderRoot.querySelector<HTMLInputElement>('input[aria-invalid="true"], input[type="password"]')?.focus();
    }
  }

  #signIn() {
    const { refusal, busy } = this.session;
    return html`
      <form novalidate @submit=${this.#onSignIn}>
        ${formError(refusal)}
        ${field({ name: 'login', label: 'Username or email', testid: 'signin-login', autocomplete: 'username' }, refusal)}
        ${this.#password('signin-password', 'current-password')}
        <button class="primary" type="submit" data-testid="signin-submit" ?disabled=${busy}>${busy ? 'Signing in…' : 'Sign in'}</button>
      </form>
      <p class="switch">New here?
        <button class="link" data-testid="switch-to-signup" @click=${() => emit(this, { type: 'show_form', form: 'sign_up' })}>Create an account</button>
      </p>`;
  }

  #signUp() {
    const { refusal, busy } = this.session;
    return html`
      <form novalidate @submit=${this.#onSignUp}>
        ${formError(refusal)}
        ${field({
          name: 'username', label: 'Username', testid: 'signup-username', autocomplete: 'username',
          hint: '3 to 32 letters, digits, dots, dashes or underscores.',
        }, refusal)}
        ${field({ name: 'email', label: 'Email', testid: 'signup-email', type: 'email', autocomplete: 'email' }, refusal)}
        ${this.#password('signup-password', 'new-password', 'At least 8 characters, and not one that everybody uses.')}
        <button class="primary" type="submit" data-testid="signup-submit" ?disabled=${busy}>${busy ? 'Creating…' : 'Create account'}</button>
      </form>
      <p class="switch">Have an account?
        <button class="link" data-testid="switch-to-signin" @click=${() => emit(this, { type: 'show_form', form: 'sign_in' })}>Sign in</button>
      </p>`;
  }

  #password(testid: string, autocomplete: string, hint?: string) {
    const shown = this.passwordShown;
    return html`
      <div class="password">
        ${field({
          name: 'password', label: 'Password', testid, type: shown ? 'text' : 'password', autocomplete,
          ...(hint ? { hint } : {}),
        }, this.session.refusal)}
        <button class="link" type="button" aria-pressed=${shown} aria-controls="password"
          @click=${() => (this.passwordShown = !shown)}>${shown ? 'Hide' : 'Show'}<span class="unseen-text"> password</span></button>
      </div>`;
  }

  #onSignIn(event: SubmitEvent) {
    event.preventDefault();
    const { login = '', password = '' } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'sign_in', login, password });
  }

  #onSignUp(event: SubmitEvent) {
    event.preventDefault();
    const { username = '', email = '', password = '' } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'sign_up', username, email, password });
  }
}
