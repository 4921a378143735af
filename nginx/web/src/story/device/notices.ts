import { noticeOf } from '../../model/notices/notices.ts';
import type { Notice } from '../../model/notices/types.ts';
import type { Tabs } from './tabs.ts';
import type { Story, World } from '../world.ts';

/** The desktop, as far as notices need it. */
export interface Desktop {
  /** Nobody looks at this page. */
  isHidden(): boolean;
  /** Nobody looks at any page of this origin. */
  isUnwatched(): Promise<boolean>;
  /** Calls once this page is the one that shows notices for all tabs; it stays that until it is closed. */
  lead(begin: () => void): void;
  show(notice: Notice, opened: () => void): void;
}

/**
 * While nobody looks, the desktop tells of what is for me, once on this device: whichever tab hears of it tells the one that
 * leads, which knows what it has shown.
 */
export function noticesStory(world: World, tabs: Tabs, desktop: Desktop): Story {
  const newest = new Map<number, number>();
  let leads = false;
  const shown = new Map<number, number>();

  const show = async (notice: Notice) => {
    if (!leads || !world.state().preferences.notify || notice.seq <= (shown.get(notice.roomId) ?? 0)) {
      return;
    }
    shown.set(notice.roomId, notice.seq);
    if (await desktop.isUnwatched()) {
      desktop.show(notice, () => world.dispatch({ type: 'open_room', roomId: notice.roomId }));
    }
  };

  desktop.lead(() => (leads = true));
  tabs.on('notice', ({ notice }) => void show(notice));

  return (action, state) => {
    if (action.type === 'session_closed') {
      newest.clear();
      shown.clear();
    }
    if (action.type !== 'message_arrived' || !state.preferences.notify) {
      return;
    }
    // What is given once more by a resume is no news.
    const { roomId, seq } = action.message;
    if (seq <= (newest.get(roomId) ?? 0)) {
      return;
    }
    newest.set(roomId, seq);
    const notice = desktop.isHidden() ? noticeOf(action.message, state) : undefined;
    if (notice && leads) {
      void show(notice);
    } else if (notice) {
      tabs.tell({ type: 'notice', notice });
    }
  };
}
