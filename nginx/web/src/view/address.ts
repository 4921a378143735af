import type { Store } from '../model/store.ts';
import type { State } from '../model/state.ts';

const SETTINGS = '#/settings';

/** These mean that whoever comes next begins at the front door. */
const LEAVING = new Set<string>(['sign_out', 'signed_out_elsewhere', 'account_deleted']);

/** The open room stands in the address (#/rooms/7), so that reload and the back button do what people expect. */
export function followAddress(store: Store): void {
  const enter = () => {
    const { session, settings, rooms } = store.state;
    const roomId = roomIn(location.hash);
    if (session.phase !== 'signed_in') {
      return;
    }
    if (location.hash === SETTINGS) {
      store.dispatch({ type: 'open_settings' });
    } else if (settings.open || roomId !== rooms.currentId) {
      store.dispatch(roomId === undefined ? { type: 'close_room' } : { type: 'open_room', roomId });
    }
  };
  addEventListener('popstate', enter);

  store.listen((state, action) => {
    if (action.type === 'session_opened') {
      enter();
    } else if (LEAVING.has(action.type)) {
      show('');
    } else if (state.session.phase === 'signed_in') {
      show(addressOf(state));
    }
  });
}

function addressOf({ settings, rooms }: State): string {
  if (settings.open) {
    return SETTINGS;
  }
  return rooms.currentId === undefined ? '' : `#/rooms/${rooms.currentId}`;
}

function show(hash: string): void {
  if (location.hash !== hash) {
    history.pushState(null, '', hash || location.pathname);
  }
}

function roomIn(hash: string): number | undefined {
  const match = /^#\/rooms\/(\d{1,15})$/.exec(hash);
  return match ? Number(match[1]) : undefined;
}
