import type { Store } from '../../model/store.ts';

/** Tokens are longer than this or not ours. */
const INVITATION = /^#\/invitations\/([A-Za-z0-9_-]{16,128})$/;

/** The address leads to an invitation that waits for somebody to sign in. */
export const isInvited = () => INVITATION.test(location.hash);

/**
 * Opens the invitation in the address (#/invitations/…) as soon as somebody is signed in, and takes it out of the address
 * then: reloads and copies of the address shall not have it. Until then it waits there, over signing up and reloads.
 * To be called before the address is followed otherwise.
 */
export function followInvitations(store: Store): void {
  const enter = () => {
    const { session, rooms } = store.state;
    const token = INVITATION.exec(location.hash)?.[1];
    if (token !== undefined && session.phase === 'signed_in') {
      history.replaceState(null, '', rooms.currentId === undefined ? location.pathname : `#/rooms/${rooms.currentId}`);
      store.dispatch({ type: 'open_invitation', token });
    }
  };
  addEventListener('popstate', enter);
  store.listen((_, action) => {
    if (action.type === 'session_opened') {
      enter();
    }
  });
}
