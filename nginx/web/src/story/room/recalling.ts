import { pageOf } from '../../model/recalled/recalled.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import type { Story, World } from '../world.ts';
import type { Pages } from './pages.ts';

/** A page that changes every moment is written once it rests. */
const REST_MS = 2_000;

/**
 * A room that was seen before is painted at once, from what is remembered of it, while its newest page is read. Nothing is
 * remembered of a session that ended, whichever way: the computer may be somebody else's now.
 */
export function recallingStory(world: World, pages: Pages): Story {
  /** Rooms whose page is to be written. */
  const due = new Map<number, ReturnType<typeof setTimeout>>();
  let written: Timeline | undefined;
  /** A browser that keeps nothing costs nothing but that. */
  const trying = (work: Promise<unknown>) => void work.catch(() => undefined);

  const recall = async (userId: number, roomId: number) => {
    const messages = await pages.find(userId, roomId);
    const { session, timelines } = world.state();
    if (messages && session.account?.id === userId && !timelines[roomId]?.loaded) {
      world.dispatch({ type: 'page_recalled', roomId, messages });
    }
  };
  const write = (userId: number, roomId: number) => {
    due.delete(roomId);
    const timeline = world.state().timelines[roomId];
    if (timeline?.loaded && world.state().session.account?.id === userId) {
      trying(pages.keep(userId, roomId, pageOf(timeline)));
    }
  };
  const forget = (roomId: number) => {
    clearTimeout(due.get(roomId));
    due.delete(roomId);
  };

  return (action, { session, rooms, timelines }) => {
    const userId = session.account?.id;
    switch (action.type) {
      case 'session_opened':
        trying(pages.clear(action.account.id));
        break;
      case 'session_closed':
        [...due.keys()].forEach(forget);
        trying(pages.clear());
        break;
      case 'open_room':
        if (userId !== undefined && !timelines[action.roomId]?.loaded) {
          trying(recall(userId, action.roomId));
        }
        break;
      case 'room_left':
      case 'room_lost':
        forget(action.roomId);
        if (userId !== undefined) {
          trying(pages.drop(userId, action.roomId));
        }
        break;
    }
    const roomId = rooms.currentId;
    const timeline = roomId === undefined ? undefined : timelines[roomId];
    if (userId !== undefined && roomId !== undefined && timeline?.loaded && timeline.messages !== written?.messages && !timeline.hasNewer) {
      written = timeline;
      forget(roomId);
      due.set(roomId, setTimeout(() => write(userId, roomId), REST_MS));
    }
  };
}
