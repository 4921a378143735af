import type { Refusal } from '../session/types.ts';
import type { Invitation, Preview } from './types.ts';

export type InvitationsWish =
  | { type: 'make_invitation'; roomId: number; expiresInS: number; maxUses?: number | undefined }
  | { type: 'withdraw_invitation'; roomId: number; id: number }
  | { type: 'open_invitation'; token: string }
  | { type: 'accept_invitation' };

export type InvitationsHappening =
  | { type: 'invitations_loaded'; list: readonly Invitation[] }
  | { type: 'invitation_made'; invitation: Invitation; path: string }
  | { type: 'invitation_withdrawn'; id: number }
  | { type: 'invitation_read'; preview: Preview }
  /** `over`: it opens nothing any more. */
  | { type: 'invitation_refused'; refusal: Refusal; over?: boolean };
