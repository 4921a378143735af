import type { Store } from '../model/store.ts';
import type { State } from '../model/state.ts';
import { words } from '../words/words.ts';

const SETTINGS = '#/settings';

/** These mean that whoever comes next begins at the front door. */
const LEAVING = new Set<string>(['sign_out', 'signed_out_elsewhere', 'account_deleted']);

interface Place {
  readonly roomId: number;
  /** The message somebody asked for. */
  readonly seq?: number | undefined;
}

/**
 * The open room and the message somebody asked for stand in the address (#/rooms/7, #/rooms/7/messages/123), so that
 * reload, the back button and a link do what people expect.
 */
export function followAddress(store: Store): void {
  const enter = () => {
    const { session, settings, rooms } = store.state;
    if (session.phase !== 'signed_in') {
      return;
    }
    if (location.hash === SETTINGS) {
      store.dispatch({ type: 'open_settings' });
      return;
    }
    const place = placeIn(location.hash);
    if (place && rooms.loaded && !rooms.mine.some(({ id }) => id === place.roomId)) {
      history.replaceState(null, '', addressOf(store.state) || location.pathname); // or the back button would lead here for ever
      store.dispatch({ type: 'visit_room', ...place });
      return;
    }
    if (settings.open || place?.roomId !== rooms.currentId) {
      store.dispatch(place === undefined ? { type: 'close_room' } : { type: 'open_room', roomId: place.roomId });
    }
    if (place && place.seq !== targetOf(store.state)) {
      store.dispatch(place.seq === undefined ? { type: 'show_latest', roomId: place.roomId } : { type: 'show_message', roomId: place.roomId, seq: place.seq });
    }
  };
  addEventListener('popstate', enter);

  store.listen((state, action) => {
    if (action.type === 'session_opened') {
      enter();
    } else if (LEAVING.has(action.type)) {
      show('');
    } else if (action.type === 'copy_link') {
      void copyLink(store, action);
    } else if (state.session.phase === 'signed_in') {
      // A link opens a room and shows a message: two actions, and one address.
      queueMicrotask(() => store.state.session.phase === 'signed_in' && show(addressOf(store.state)));
    }
  });
}

function addressOf(state: State): string {
  if (state.settings.open) {
    return SETTINGS;
  }
  const { currentId } = state.rooms;
  const seq = targetOf(state);
  return currentId === undefined ? '' : seq === undefined ? `#/rooms/${currentId}` : `#/rooms/${currentId}/messages/${seq}`;
}

function targetOf({ rooms, timelines }: State): number | undefined {
  return rooms.currentId === undefined ? undefined : timelines[rooms.currentId]?.target?.seq;
}

async function copyLink(store: Store, { roomId, seq }: { roomId: number; seq: number }): Promise<void> {
  const link = `${location.origin}${location.pathname}#/rooms/${roomId}/messages/${seq}`;
  try {
    await navigator.clipboard.writeText(link);
    store.dispatch({ type: 'link_copied', roomId, seq });
  } catch {
    // Not over plain http, and not without leave.
    store.dispatch({ type: 'trouble', detail: words().timeline.linkNotCopied(link) });
  }
}

function show(hash: string): void {
  if (location.hash !== hash) {
    history.pushState(null, '', hash || location.pathname);
  }
}

function placeIn(hash: string): Place | undefined {
  const match = /^#\/rooms\/(\d{1,15})(?:\/messages\/(\d{1,15}))?$/.exec(hash);
  return match ? { roomId: Number(match[1]), seq: match[2] === undefined ? undefined : Number(match[2]) } : undefined;
}
