import { missingAfter } from '../model/timeline.ts';
import { attempt, type Story, type World } from './world.ts';

/** A frame that overtook another heals by itself within this time; only then is a gap worth a request. */
const GAP_PATIENCE_MS = 400;
/** Further behind than this, the newest page replaces what was loaded. */
const TOO_FAR = 500;

/** Reads pages of history: the newest when a room is opened, older ones on wish, and whatever was missed. */
export function historyStory(world: World): Story {
  const busy = new Set<number>();
  const waiting = new Set<number>();

  const load = (roomId: number, page: 'latest' | 'older' | 'newer', cursor: { before?: number; after?: number }) =>
    attempt(
      world,
      async () => {
        const { items, hasMore } = await world.api.messages(roomId, cursor);
        world.dispatch({ type: 'history_loaded', roomId, page, messages: items, hasMore });
      },
      (problem) => world.dispatch({ type: 'history_failed', roomId, detail: problem.message }),
    );

  const latest = async (roomId: number) => {
    if (!busy.has(roomId)) {
      busy.add(roomId);
      await load(roomId, 'latest', {});
      busy.delete(roomId);
      lookForGap(roomId);
    }
  };

  const fill = async (roomId: number) => {
    const timeline = world.state().timelines[roomId];
    const after = timeline && missingAfter(timeline);
    if (after === undefined || busy.has(roomId)) {
      return;
    }
    if (timeline!.headSeq - after > TOO_FAR) {
      await latest(roomId);
      return;
    }
    busy.add(roomId);
    await load(roomId, 'newer', { after });
    busy.delete(roomId);
    const now = world.state().timelines[roomId];
    // No progress means that what is missing cannot be had now; the next frame or reconnect asks again.
    if (now && missingAfter(now) !== after) {
      await fill(roomId);
    }
  };

  const lookForGap = (roomId: number) => {
    const timeline = world.state().timelines[roomId];
    if (timeline && missingAfter(timeline) !== undefined && !waiting.has(roomId)) {
      waiting.add(roomId);
      setTimeout(() => {
        waiting.delete(roomId);
        void fill(roomId);
      }, GAP_PATIENCE_MS);
    }
  };

  return (action, state) => {
    switch (action.type) {
      case 'open_room':
        if (!state.timelines[action.roomId]?.loaded) {
          void latest(action.roomId);
        }
        break;
      case 'load_older':
        void load(action.roomId, 'older', { before: state.timelines[action.roomId]?.messages[0]?.seq ?? 0 });
        break;
      case 'head_known':
        if (state.timelines[action.roomId]?.loaded) {
          lookForGap(action.roomId);
        } else {
          void latest(action.roomId);
        }
        break;
      case 'message_arrived':
        lookForGap(action.message.roomId);
        break;
      case 'message_acked':
        lookForGap(action.roomId);
        break;
    }
  };
}
