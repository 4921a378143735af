import type { Action } from '../actions.ts';
import type { Invitations } from './types.ts';

export const initialInvitations: Invitations = { list: [], loading: false };

export function reduceInvitations(invitations: Invitations, action: Action): Invitations {
  switch (action.type) {
    case 'open_dialog':
      return action.dialog === 'invitations' ? { list: [], loading: true } : invitations;
    case 'invitations_loaded':
      return { ...invitations, list: action.list, loading: false };
    case 'make_invitation':
    case 'withdraw_invitation':
    case 'accept_invitation':
      return { ...invitations, loading: true, refusal: undefined };
    case 'invitation_made':
      return { ...invitations, list: [action.invitation, ...invitations.list], madePath: action.path, loading: false };
    case 'invitation_withdrawn':
      return { ...invitations, list: invitations.list.filter(({ id }) => id !== action.id), loading: false };
    case 'open_invitation':
      return { list: [], loading: true, token: action.token };
    case 'invitation_read':
      return { ...invitations, preview: action.preview, loading: false };
    case 'invitation_refused':
      return { ...invitations, refusal: action.refusal, preview: action.over ? undefined : invitations.preview, loading: false };
    case 'close_dialog':
    case 'open_room':
      return initialInvitations;
    default:
      return invitations;
  }
}
