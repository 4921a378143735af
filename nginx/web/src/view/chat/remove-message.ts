import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Removing } from '../../model/writing/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import type { ParleyDialog } from '../kit/dialog.ts';
import { controls } from '../kit/styles.ts';

/** Asks before a message is removed: nothing brings it back. */
@customElement('parley-remove-message')
export class ParleyRemoveMessage extends LitElement {
  static override styles = [controls, css`
    blockquote {
      margin: var(--space-3) 0 var(--space-4); padding: var(--space-2) var(--space-3); max-height: 30dvh; overflow-y: auto;
      border-inline-start: 3px solid var(--line-strong); white-space: pre-wrap; overflow-wrap: anywhere;
    }
    .end { display: flex; justify-content: flex-end; gap: var(--space-2); }
    button.primary { background: var(--danger); color: var(--surface); }
    button.primary:hover { background: var(--danger); filter: brightness(1.08); }
  `];

  @property({ attribute: false }) removing!: Removing;
  @query('parley-dialog') private readonly dialog!: ParleyDialog;

  override render() {
    const { mine, username, content } = this.removing;
    return html`
      <parley-dialog heading=${words().removing.heading}>
        <p>${words().removing.consequence}</p>
        <blockquote dir="auto">${mine ? '' : `${username}: `}${content}</blockquote>
        <div class="end">
          <button class="quiet" data-testid="remove-cancel" @click=${() => this.dialog.close()}>${words().removing.keep}</button>
          <button class="primary" data-testid="remove-confirm" @click=${this.#onRemove}>${words().removing.remove}</button>
        </div>
      </parley-dialog>`;
  }

  #onRemove() {
    // The focus goes back first; what had it may go with the message.
    this.dialog.close();
    emit(this, { type: 'remove', roomId: this.removing.roomId, seq: this.removing.seq });
  }
}
