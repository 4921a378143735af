import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Invitations, Preview } from '../../model/invitations/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { fullTimeOf } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** What an invitation opens, before one goes in. */
@customElement('parley-invitation')
export class ParleyInvitation extends LitElement {
  static override styles = [controls, css`
    .room { display: flex; gap: var(--space-3); align-items: start; padding-block: var(--space-1) var(--space-3); }
    .room svg { flex: none; margin-block-start: 3px; color: var(--ink-soft); }
    .what { min-width: 0; display: grid; gap: var(--space-1); }
    h3 { margin: 0; font-size: var(--text-large); overflow-wrap: anywhere; }
    .what p { color: var(--ink-soft); overflow-wrap: anywhere; }
    .end { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--space-2); padding-top: var(--space-3); }
  `];

  @property({ attribute: false }) invitations!: Invitations;

  /** To the answer that is wanted, once it is known what to: told with it is what it opens. */
  override updated(changed: Map<string, unknown>) {
    const before = changed.get('invitations') as Invitations | undefined;
    const { preview, refusal } = this.invitations;
    if (preview ? preview !== before?.preview : refusal && refusal !== before?.refusal) {
      // After the dialog has opened, which focuses its first button.
      const dialog = this.renderRoot.querySelector<LitElement>('parley-dialog');
      void dialog?.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.end .primary')?.focus());
    }
  }

  override render() {
    const { preview, refusal } = this.invitations;
    const say = words().invitations;
    return html`
      <parley-dialog heading=${refusal && !preview ? say.invitation : say.invited}>
        ${formError(refusal)}
        ${preview ? this.#preview(preview) : refusal ? this.#wayOn() : html`
          <div class="wait" role="status"><div class="spinner"></div><span class="unseen-text">${words().entry.moment}</span></div>`}
      </parley-dialog>`;
  }

  #preview({ name, description, kind, memberCount, expiresAt }: Preview) {
    const say = words().invitations;
    return html`
      <div class="room" id="room" data-testid="invitation-room">
        ${kind === 'private' ? icons.lock() : icons.hash()}
        <div class="what">
          <h3 dir="auto">${name}</h3>
          ${description ? html`<p dir="auto">${description}</p>` : nothing}
          <p>${words().rooms.memberCount(memberCount)}</p>
          <p>${say.until(fullTimeOf(expiresAt))}</p>
        </div>
      </div>
      <div class="end">
        <button class="quiet" @click=${() => emit(this, { type: 'close_dialog' })}>${say.notNow}</button>
        <button class="primary" data-testid="accept-invitation" aria-describedby="room" ?disabled=${this.invitations.loading}
          @click=${() => emit(this, { type: 'accept_invitation' })}>${words().rooms.join}</button>
      </div>`;
  }

  /** What else there is to go to. */
  #wayOn() {
    return html`
      <div class="end">
        <button class="quiet" @click=${() => emit(this, { type: 'close_dialog' })}>${words().common.close}</button>
        <button class="primary" data-testid="browse-instead" @click=${() => emit(this, { type: 'open_dialog', dialog: 'browse' })}>${words().shell.browseRooms}</button>
      </div>`;
  }
}
