import { isCalling, newsIn, titleOf } from '../../model/rooms/order.ts';
import type { Store } from '../../model/store.ts';
import type { State } from '../../model/state.ts';
import { words } from '../../words/words.ts';
import { byFrame } from '../frames.ts';

const ICON = '/favicon.svg';
const ICON_WITH_NEWS = '/favicon-new.svg';

/** The tab says where one is and whether something waits: a number for what is for me, a dot for anything that calls. */
export function followTitle(store: Store): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  // Both look at every room and what is new in it: too much for every action.
  store.listen(byFrame((state) => {
    const title = pageTitle(state);
    if (document.title !== title) {
      document.title = title;
    }
    const href = state.rooms.mine.some((room) => isCalling(state, room)) ? ICON_WITH_NEWS : ICON;
    if (icon && icon.getAttribute('href') !== href) {
      icon.setAttribute('href', href);
    }
  }));
}

/** "(3) Harbour · Parley": what is new in rooms that are not muted, and where this page is. */
export function pageTitle(state: State): string {
  const { session, rooms, settings } = state;
  if (session.phase === 'signed_out') {
    return `${session.form === 'sign_up' ? words().entry.signUp : words().entry.signIn} · Parley`;
  }
  const room = rooms.mine.find(({ id }) => id === rooms.currentId);
  const news = rooms.mine.filter((one) => isCalling(state, one)).map((one) => {
    const { unread, mentions } = newsIn(state, one);
    return one.muted ? mentions : unread;
  });
  const count = news.reduce((sum, one) => sum + one, 0);
  const place = settings.open ? words().settings.title : room && titleOf(room);
  return `${count > 0 ? `(${count > 99 ? '99+' : count}) ` : ''}${place ? `${place} · ` : ''}Parley`;
}
