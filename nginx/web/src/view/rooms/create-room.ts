import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import { field, formError, valuesOf } from '../kit/field.ts';
import { focusWrong } from '../kit/focus.ts';
import { controls } from '../kit/styles.ts';

/** A new room: public for everybody here, or private. */
@customElement('parley-create-room')
export class ParleyCreateRoom extends LitElement {
  static override styles = [controls, css`
    form { display: grid; gap: var(--space-4); padding-top: var(--space-1); }
    form > [role='alert']:empty { display: none; }
    fieldset { margin: 0; padding: 0; border: none; display: grid; grid-template-columns: 1fr 1fr; gap: var(--space-2); }
    legend { padding: 0; margin-bottom: 6px; font-weight: 600; }
    .kind { display: grid; grid-template-columns: auto 1fr; align-content: start; align-items: center; gap: 2px 10px; padding: var(--space-3); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--raised); cursor: pointer; }
    .kind:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
    .kind:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
    .kind input { width: 18px; min-height: 18px; margin: 0; accent-color: var(--accent); outline: none; }
    .kind b { font-weight: 600; }
    .kind span { grid-column: 2; color: var(--ink-soft); font-size: var(--text-small); }
    .end { display: flex; justify-content: flex-end; gap: var(--space-2); }
    @media (max-width: 480px) { fieldset { grid-template-columns: 1fr; } }
  `];

  @property({ attribute: false }) rooms!: Rooms;

  override render() {
    const { refusal, busy } = this.rooms;
    const say = words().rooms;
    return html`
      <parley-dialog heading=${say.newRoom}>
        <form novalidate @submit=${this.#onSubmit}>
          ${formError(refusal, 'name', 'description')}
          ${field({ name: 'name', label: say.name, testid: 'create-room-name', maxlength: 80 }, refusal)}
          ${field({ name: 'description', label: say.about, testid: 'create-room-description', optional: true, maxlength: 500, hint: say.aboutHint }, refusal)}
          <fieldset>
            <legend>${say.whoMayEnter}</legend>
            <label class="kind"><input type="radio" name="kind" value="public" checked data-testid="create-room-public"><b>${say.public}</b><span>${say.publicHint}</span></label>
            <label class="kind"><input type="radio" name="kind" value="private" data-testid="create-room-private"><b>${say.private}</b><span>${say.privateHint}</span></label>
          </fieldset>
          <div class="end">
            <button class="quiet" type="button" @click=${() => emit(this, { type: 'close_dialog' })}>${words().common.cancel}</button>
            <button class="primary" type="submit" data-testid="create-room-submit" ?disabled=${busy}>${busy ? say.creating : say.create}</button>
          </div>
        </form>
      </parley-dialog>`;
  }

  override firstUpdated() {
    // After the dialog has opened, which focuses its first button.
    const dialog = this.renderRoot.querySelector<LitElement>('parley-dialog');
    void dialog?.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>('#name')?.focus());
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('rooms') as Rooms | undefined;
    if (before) {
      focusWrong(this.renderRoot, before.refusal, this.rooms.refusal);
    }
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const { name = '', description = '', kind } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'create_room', name, description, kind: kind === 'private' ? 'private' : 'public' });
  }
}
