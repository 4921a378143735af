import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import type { ParleyDialog } from '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { controls } from '../kit/styles.ts';

/** A room somebody followed an address to, and is no member of. */
@customElement('parley-offer')
export class ParleyOffer extends LitElement {
  static override styles = [controls, css`
    p { overflow-wrap: anywhere; }
    .more { color: var(--ink-soft); margin-top: var(--space-1); }
    .end { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: var(--space-2); padding-top: var(--space-4); }
  `];

  @property({ attribute: false }) rooms!: Rooms;

  override render() {
    const { offered, refusal, busy } = this.rooms;
    const say = words().rooms;
    return offered === undefined ? nothing : html`
      <parley-dialog heading=${say.joinRoom(offered.room.name)} data-testid="offer">
        ${formError(refusal)}
        <p>${say.notIn}</p>
        ${offered.room.description ? html`<p class="more" dir="auto">${offered.room.description}</p>` : nothing}
        <p class="more">${say.memberCount(offered.room.memberCount)}</p>
        <div class="end">
          <button class="quiet" @click=${() => this.renderRoot.querySelector<ParleyDialog>('parley-dialog')?.close()}>${words().invitations.notNow}</button>
          <button class="primary" autofocus data-testid="join-offered" ?disabled=${busy}
            @click=${() => emit(this, { type: 'join_room', roomId: offered.room.id, seq: offered.seq })}>${say.join}</button>
        </div>
      </parley-dialog>`;
  }
}
