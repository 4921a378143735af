import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Rooms } from '../../model/rooms/types.ts';
import { titleOf } from '../../model/rooms/order.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { avatar, avatarStyles } from '../kit/avatar.ts';
import '../kit/dialog.ts';
import { formError } from '../kit/field.ts';
import { controls } from '../kit/styles.ts';

/** Who belongs to the open room, and the way out of it. */
@customElement('parley-members')
export class ParleyMembers extends LitElement {
  static override styles = [controls, avatarStyles, css`
    .about { color: var(--ink-soft); padding-bottom: var(--space-3); overflow-wrap: anywhere; }
    ul { list-style: none; margin: 0 0 var(--space-4); padding: 0; display: grid; gap: var(--space-1); }
    li { display: flex; align-items: center; gap: var(--space-3); min-height: 44px; }
    .name { flex: 1; font-weight: 600; overflow-wrap: anywhere; }
    .role { color: var(--ink-soft); font-size: var(--text-small); }
    .leave { align-self: flex-start; }
  `];

  @property({ attribute: false }) rooms!: Rooms;

  override render() {
    const { currentId, mine, members, refusal } = this.rooms;
    const room = mine.find(({ id }) => id === currentId);
    if (!room) {
      return nothing;
    }
    const people = members[room.id] ?? [];
    return html`
      <parley-dialog heading=${titleOf(room)}>
        ${formError(refusal)}
        ${room.description ? html`<p class="about" dir="auto">${room.description}</p>` : nothing}
        <ul aria-label=${words().rooms.members}>
          ${people.map((member) => html`
            <li data-testid="member" data-username=${member.username}>
              ${avatar(member.userId, member.username)}
              <span class="name" dir="auto">${member.username}</span>
              ${member.role === 'member' ? nothing : html`<span class="role">${words().rooms.roles[member.role] ?? member.role}</span>`}
            </li>`)}
        </ul>
        <button class="quiet danger leave" data-testid="leave-room"
          @click=${() => emit(this, { type: 'leave_room', roomId: room.id })}>${words().rooms.leave}</button>
      </parley-dialog>`;
  }
}
