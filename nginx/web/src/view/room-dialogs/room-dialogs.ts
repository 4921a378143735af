import { html, nothing } from 'lit';
import type { State } from '../../model/state.ts';

/** The elements come a moment after the page. */
export const loadRoomDialogs = () =>
  Promise.all([import('./leave-room.ts'), import('./room-details.ts'), import('./invitations.ts'), import('./invitation.ts'), import('./offer.ts')]);

/** The dialogs about the open room, and those that lead into another. */
export function roomDialog({ rooms, invitations }: State) {
  const room = rooms.mine.find(({ id }) => id === rooms.currentId);
  if (rooms.dialog === 'invitation') {
    return html`<parley-invitation .invitations=${invitations}></parley-invitation>`;
  }
  if (rooms.dialog === 'offer') {
    return html`<parley-offer .rooms=${rooms}></parley-offer>`;
  }
  if (!room) {
    return nothing;
  }
  switch (rooms.dialog) {
    case 'details':
      return html`<parley-room-details .room=${room} .rooms=${rooms}></parley-room-details>`;
    case 'leave':
      return html`<parley-leave-room .room=${room}></parley-leave-room>`;
    case 'invitations':
      return html`<parley-invitations .room=${room} .invitations=${invitations}></parley-invitations>`;
    default:
      return nothing;
  }
}
