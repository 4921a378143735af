import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Invitation, Invitations } from '../../model/invitations/types.ts';
import type { Room } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { copied } from '../kit/clipboard.ts';
import '../kit/dialog.ts';
import { formError, valuesOf } from '../kit/field.ts';
import { fullTimeOf } from '../kit/format.ts';
import { controls } from '../kit/styles.ts';

const HOUR_S = 3_600;
/** From an hour to the longest the server grants. */
const LIVES_S = [HOUR_S, 24 * HOUR_S, 7 * 24 * HOUR_S, 30 * 24 * HOUR_S];
const WEEK_S = 7 * 24 * HOUR_S;
/** 0 is no limit. */
const USES = [0, 1, 10, 100];

/** The links that lead into a room: made with an end and a number of uses, copied, and withdrawn. */
@customElement('parley-invitations')
export class ParleyInvitations extends LitElement {
  static override styles = [controls, css`
    form { display: grid; grid-template-columns: 1fr 1fr; gap: var(--space-3); padding-top: var(--space-1); }
    form > [role='alert'], form > p { grid-column: 1 / -1; }
    form > [role='alert']:empty { display: none; }
    .end { grid-column: 1 / -1; display: flex; justify-content: flex-end; }
    .made { display: flex; flex-wrap: wrap; gap: var(--space-2); align-items: end; margin-block-start: var(--space-4); padding: var(--space-3); border-radius: var(--radius); background: var(--accent-soft); }
    .made .field { flex: 1 1 150px; min-width: 0; }
    .made [role='status'] { flex: 1 1 100%; min-height: 1.2em; }
    h3 { margin-block: var(--space-5) var(--space-1); font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
    ul { list-style: none; margin: 0; padding: 0; }
    li { display: flex; align-items: center; gap: var(--space-3); padding-block: var(--space-2); border-block-end: 1px solid var(--line); }
    li:last-child { border: none; }
    li p { flex: 1; min-width: 0; }
    @media (max-width: 480px) { form { grid-template-columns: minmax(0, 1fr); } }
    small { display: block; color: var(--ink-soft); font-size: var(--text-small); }
  `];

  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) invitations!: Invitations;
  @state() private remark = '';

  override render() {
    const { list, loading, madePath, refusal } = this.invitations;
    const say = words().invitations;
    return html`
      <parley-dialog heading=${say.inviteTo(this.room.name)}>
        <form @submit=${this.#onSubmit}>
          ${formError(refusal)}
          <p class="hint">${say.hint}</p>
          <div class="field"><label for="life">${say.life}</label>
            <select id="life" name="life" data-testid="invitation-life">${LIVES_S.map((seconds) => html`
              <option value=${seconds} ?selected=${seconds === WEEK_S}>${lifeOf(seconds)}</option>`)}</select></div>
          <div class="field"><label for="uses">${say.uses}</label>
            <select id="uses" name="uses" data-testid="invitation-uses">${USES.map((uses) => html`
              <option value=${uses}>${uses === 0 ? say.noLimit : say.people(uses)}</option>`)}</select></div>
          <div class="end"><button class="primary" type="submit" data-testid="make-invitation" ?disabled=${loading}>${say.make}</button></div>
        </form>
        ${madePath === undefined ? nothing : this.#made(`${location.origin}${madePath}`)}
        ${list.length === 0 ? nothing : html`
          <h3 id="list">${say.list}</h3>
          <ul aria-labelledby="list">${repeat(list, ({ id }) => id, (invitation) => this.#row(invitation))}</ul>`}
      </parley-dialog>`;
  }

  #made(link: string) {
    const say = words().invitations;
    return html`
      <div class="made">
        <div class="field"><label for="link">${say.link}</label>
          <input id="link" readonly dir="ltr" data-testid="invitation-link" .value=${link} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}></div>
        <button class="primary" data-testid="copy-invitation" @click=${() => this.#copy(link)}>${say.copy}</button>
        <p class="hint" role="status">${this.remark || say.once}</p>
      </div>`;
  }

  #row({ id, expiresAt, maxUses, uses }: Invitation) {
    const say = words().invitations;
    const until = fullTimeOf(expiresAt);
    return html`
      <li data-testid="invitation">
        <p>${say.until(until)}<small>${maxUses === undefined ? say.used(uses) : say.usedOf(uses, maxUses)}</small></p>
        <button class="quiet danger" data-testid="withdraw-invitation" aria-label=${say.withdrawOne(until)}
          @click=${() => emit(this, { type: 'withdraw_invitation', roomId: this.room.id, id })}>${say.withdraw}</button>
      </li>`;
  }

  override updated(changed: Map<string, unknown>) {
    const before = changed.get('invitations') as Invitations | undefined;
    if (before && before.madePath !== this.invitations.madePath && this.invitations.madePath !== undefined) {
      this.remark = '';
      this.renderRoot.querySelector<HTMLElement>('[data-testid="copy-invitation"]')?.focus();
    }
    if (before && before.list.length > this.invitations.list.length) {
      // The focused button went with its row.
      this.renderRoot.querySelector<HTMLElement>('[data-testid="withdraw-invitation"], [data-testid="make-invitation"]')?.focus();
    }
  }

  async #copy(link: string) {
    this.remark = (await copied(link)) ? words().invitations.copied : words().invitations.notCopied;
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const { life, uses } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'make_invitation', roomId: this.room.id, expiresInS: Number(life), maxUses: Number(uses) || undefined });
  }
}

function lifeOf(seconds: number): string {
  const hours = seconds / HOUR_S;
  return hours < 24 ? words().invitations.hours(hours) : words().invitations.days(hours / 24);
}
