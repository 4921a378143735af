import type { PageKind } from '../model/timeline/actions.ts';
import { isJump } from '../model/timeline/pages.ts';
import { emptyTimeline, has } from '../model/timeline/timeline.ts';
import type { State } from '../model/state.ts';
import type { HistoryPage } from '../model/timeline/pages.ts';
import type { Where } from '../net/wire.ts';
import { words } from '../words/words.ts';
import { attempt, type Story, type World } from './world.ts';

/**
 * Reads pages of history: the newest when a room is opened or was forgotten, those beside what is here when one scrolls
 * there, and those around a message that somebody asked for.
 */
export function historyStory(world: World): Story {
  /** By room, the generation its newest page is being read for. */
  const reading = new Map<number, number>();
  const timelineOf = (roomId: number) => world.state().timelines[roomId] ?? emptyTimeline;

  const load = (roomId: number, kind: PageKind, where: Where = {}, then: (page: HistoryPage) => void = () => undefined) => {
    const timeline = timelineOf(roomId);
    const generation = timeline.generation + (isJump(timeline, kind) ? 1 : 0);
    world.dispatch({ type: 'history_asked', roomId, page: kind });
    return attempt(
      world,
      async () => {
        const page = await world.api.messages(roomId, where);
        const isLate = timelineOf(roomId).generation !== generation;
        world.dispatch({ type: 'history_loaded', roomId, generation, page });
        if (!isLate) {
          then(page);
        }
      },
      (problem) => world.dispatch({ type: 'history_failed', roomId, generation, detail: problem.message }),
    );
  };

  const first = async (roomId: number, state: State) => {
    const { loaded, loading, generation } = timelineOf(roomId);
    if (state.rooms.currentId === roomId && !loaded && !loading && reading.get(roomId) !== generation) {
      reading.set(roomId, generation);
      await load(roomId, 'latest');
      if (reading.get(roomId) === generation) {
        reading.delete(roomId);
      }
    }
  };

  const beside = (roomId: number, kind: 'older' | 'newer') => {
    const { messages, loading, stale } = timelineOf(roomId);
    const seq = (kind === 'older' ? messages[0] : messages.at(-1))?.seq;
    if (!loading && !stale && seq !== undefined) {
      void load(roomId, kind, kind === 'older' ? { before: seq } : { after: seq });
    }
  };

  /** Whoever sends wants to see it, after the newest. A room nobody has open shows nothing. */
  const showSent = (roomId: number, state: State) => {
    const { hasNewer, outgoing, loading } = timelineOf(roomId);
    if (hasNewer && outgoing.some(({ phase }) => phase !== 'failed') && loading !== 'latest' && state.rooms.currentId === roomId) {
      void load(roomId, 'latest');
    }
  };

  return (action, state) => {
    switch (action.type) {
      case 'open_room':
      case 'room_entered':
        void first(action.roomId, state);
        break;
      case 'room_resynced': {
        const { stale, away } = timelineOf(action.roomId);
        if (stale && !away) {
          void load(action.roomId, 'latest');
        } else {
          void first(action.roomId, state);
        }
        break;
      }
      case 'load_older':
        beside(action.roomId, 'older');
        break;
      case 'load_newer':
        beside(action.roomId, 'newer');
        break;
      case 'load_around':
        void load(action.roomId, 'around', { around: action.seq });
        break;
      case 'show_message':
        if (!has(timelineOf(action.roomId), action.seq)) {
          void load(action.roomId, 'around', { around: action.seq }, ({ messages }) => {
            if (!messages.some(({ seq }) => seq === action.seq)) {
              world.dispatch({ type: 'trouble', detail: words().timeline.notHere });
            }
          });
        }
        break;
      case 'show_latest':
        if (timelineOf(action.roomId).hasNewer) {
          void load(action.roomId, 'latest');
        }
        break;
      case 'message_queued':
        // What cannot be read now is read when the room is resumed.
        if (state.connection.status !== 'offline') {
          showSent(action.outgoing.roomId, state);
        }
        break;
      case 'room_resumed':
        showSent(action.roomId, state);
        break;
      case 'show_date':
        void load(action.roomId, 'around', { at: new Date(action.at).toISOString() }, ({ messages }) => {
          const from = messages.filter(({ at }) => at >= action.at).at(-1) ?? messages[0];
          // Nothing was said since that day.
          world.dispatch(from ? { type: 'show_message', roomId: action.roomId, seq: from.seq } : { type: 'show_latest', roomId: action.roomId });
        });
        break;
      case 'session_closed':
        reading.clear();
        break;
    }
  };
}
