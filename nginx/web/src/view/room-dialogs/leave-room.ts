import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Room } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import type { ParleyDialog } from '../kit/dialog.ts';
import { controls } from '../kit/styles.ts';

/** Asks before one leaves: a private room has no way back. */
@customElement('parley-leave-room')
export class ParleyLeaveRoom extends LitElement {
  static override styles = [controls, css`
    .end { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--space-2); padding-top: var(--space-4); }
    p { overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) room!: Room;

  override render() {
    const say = words().details;
    return html`
      <parley-dialog heading=${say.leaveRoom(this.room.name)}>
        <p>${this.room.kind === 'private' ? say.leavePrivate : say.leavePublic}</p>
        <div class="end">
          <button class="quiet" autofocus @click=${this.#close}>${words().common.cancel}</button>
          <button class="primary danger" data-testid="leave-confirm" @click=${this.#leave}>${say.leave}</button>
        </div>
      </parley-dialog>`;
  }

  #close() {
    this.renderRoot.querySelector<ParleyDialog>('parley-dialog')?.close();
  }

  /** What is refused is said on the page, which a dialog would cover. */
  #leave() {
    this.#close();
    emit(this, { type: 'leave_room', roomId: this.room.id });
  }
}
