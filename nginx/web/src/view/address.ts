import type { Store } from '../model/store.ts';
import type { State } from '../model/state.ts';

/** The open room stands in the address (#/rooms/7), so that reload and the back button do what people expect. */
export function followAddress(store: Store): void {
  const enter = () => {
    const roomId = roomIn(location.hash);
    if (store.state.session.phase === 'signed_in' && roomId !== store.state.rooms.currentId) {
      store.dispatch(roomId === undefined ? { type: 'close_room' } : { type: 'open_room', roomId });
    }
  };
  addEventListener('popstate', enter);

  store.listen((state, action) => {
    document.title = titleOf(state);
    if (action.type === 'session_opened') {
      enter();
    } else if (action.type === 'sign_out') {
      show('');
    } else if (state.session.phase === 'signed_in') {
      show(state.rooms.currentId === undefined ? '' : `#/rooms/${state.rooms.currentId}`);
    }
  });
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

function titleOf({ rooms }: State): string {
  const room = rooms.mine.find(({ id }) => id === rooms.currentId);
  const unseen = Object.values(rooms.unseen).reduce((sum, count) => sum + count, 0);
  return `${unseen > 0 ? `(${unseen}) ` : ''}${room ? `${room.name} · ` : ''}Parley`;
}
