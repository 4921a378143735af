import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { EntryForm, Session } from '../../model/session/types.ts';
import { words, type Language } from '../../words/words.ts';
import { isInvited } from '../browser/invited.ts';
import { emit } from '../emit.ts';
import { field, formError, valuesOf } from '../kit/field.ts';
import { focusWrong } from '../kit/focus.ts';
import { logo } from '../kit/icons.ts';
import { Passwords } from '../kit/password.ts';
import { controls } from '../kit/styles.ts';
import { entryStyles } from './entry-styles.ts';
import './language-picker.ts';

/** Sign in and sign up. */
@customElement('parley-entry')
export class ParleyEntry extends LitElement {
  static override styles = [controls, entryStyles];

  @property({ attribute: false }) session!: Session;
  @property() language!: Language;
  readonly #passwords = new Passwords(this);
  /** What stood in the form that was left for the other one, by field. */
  #typed: Readonly<Record<string, string>> = {};

  override render() {
    const signingUp = this.session.form === 'sign_up';
    const { entry } = words();
    return html`
      <main>
        <div class="card">
          <div class="brand">${logo(36)}<span>Parley</span></div>
          <h1>${signingUp ? entry.signUp : entry.signIn}</h1>
          ${this.session.remark ? html`<p class="remark" role="status" data-testid="entry-remark">${this.session.remark}</p>` : nothing}
          ${isInvited() ? html`<p class="remark invited" data-testid="entry-invited">${words().invitations.signInFirst}</p>` : nothing}
          ${keyed(this.session.form, signingUp ? this.#signUp() : this.#signIn())}
        </div>
        <p class="line">${entry.tagline}</p>
        <parley-language-picker .language=${this.language}></parley-language-picker>
      </main>`;
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('session') as Session | undefined;
    if (changed.has('session') && before?.form !== this.session.form) {
      this.renderRoot.querySelector('input')?.focus();
    } else if (before) {
      focusWrong(this.renderRoot, before.refusal, this.session.refusal, '#password');
    }
  }

  #signIn() {
    const { refusal, busy } = this.session;
    const { entry } = words();
    const { login, username, password = '' } = this.#typed;
    return html`
      <form novalidate @submit=${this.#onSignIn}>
        ${formError(refusal, 'login', 'password')}
        ${field({ name: 'login', label: entry.login, testid: 'signin-login', autocomplete: 'username', value: login ?? username ?? '' }, refusal)}
        ${this.#passwords.field({ name: 'password', label: entry.password, testid: 'signin-password', autocomplete: 'current-password', value: password }, refusal)}
        <button class="primary" type="submit" data-testid="signin-submit" ?disabled=${busy}>${busy ? entry.signingIn : entry.signIn}</button>
      </form>
      <p class="switch">${entry.newHere}
        <button class="link" data-testid="switch-to-signup" @click=${() => this.#show('sign_up')}>${entry.toSignUp}</button>
      </p>`;
  }

  #signUp() {
    const { refusal, busy } = this.session;
    const { entry } = words();
    const { login = '', password = '' } = this.#typed;
    const { username = login.includes('@') ? '' : login, email = login.includes('@') ? login : '' } = this.#typed;
    return html`
      <form novalidate @submit=${this.#onSignUp}>
        ${formError(refusal, 'username', 'email', 'password')}
        ${field({ name: 'username', label: entry.username, testid: 'signup-username', autocomplete: 'username', hint: entry.usernameHint, value: username }, refusal)}
        ${field({ name: 'email', label: entry.email, testid: 'signup-email', type: 'email', autocomplete: 'email', value: email }, refusal)}
        ${this.#passwords.field({
          name: 'password', label: entry.password, testid: 'signup-password', autocomplete: 'new-password', hint: entry.passwordHint, value: password,
        }, refusal)}
        <button class="primary" type="submit" data-testid="signup-submit" ?disabled=${busy}>${busy ? entry.creating : entry.createAccount}</button>
      </form>
      <p class="switch">${entry.haveAccount}
        <button class="link" data-testid="switch-to-signin" @click=${() => this.#show('sign_in')}>${entry.signIn}</button>
      </p>`;
  }

  /** Whoever began in the wrong form goes on in the other one. */
  #show(form: EntryForm) {
    const typed = valuesOf(this.renderRoot.querySelector('form')!);
    this.#typed = { ...this.#typed, ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')) };
    emit(this, { type: 'show_form', form });
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
