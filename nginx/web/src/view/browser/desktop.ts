import type { Desktop } from '../../story/device/notices.ts';

const LEADER = 'parley-notices';
/** Held, shared, by every page somebody can see. */
const WATCHED = 'parley-watched';

/** The browser's notifications. Which tab shows them, and whether one is being looked at, is told by locks, which die with their tab. */
export function desktop(): Desktop {
  const locks = navigator.locks as LockManager | undefined;
  let away: (() => void) | undefined;
  const watch = () => {
    away?.();
    away = undefined;
    if (document.visibilityState === 'visible') {
      void locks?.request(WATCHED, { mode: 'shared' }, () => new Promise<void>((release) => (away = release)));
    }
  };
  document.addEventListener('visibilitychange', watch);
  watch();

  return {
    isHidden: () => document.visibilityState === 'hidden',
    isUnwatched: async () => !(await locks?.query())?.held?.some(({ name }) => name === WATCHED),
    lead: (begin) => {
      if (locks) {
        void locks.request(LEADER, () => {
          begin();
          return new Promise<never>(() => undefined);
        });
      } else {
        begin();
      }
    },
    show: ({ roomId, seq, title, body }, opened) => {
      if (typeof Notification === 'undefined' || Notification.permission !== 'granted') {
        return;
      }
      try {
        const notification = new Notification(title, { body, tag: `parley-${roomId}-${seq}`, icon: '/favicon.svg' });
        notification.onclick = () => {
          notification.close();
          window.focus();
          opened();
        };
      } catch {
        // A phone's browser shows none for a page.
      }
    },
  };
}
