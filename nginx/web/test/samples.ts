import type { Action } from '../src/model/actions.ts';
import { initialState, reduce } from '../src/model/reducer.ts';
import { withHistory } from '../src/model/timeline/pages.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import type { Change, ChangeKind, Outgoing } from '../src/model/writing/types.ts';
import type { Message, Timeline } from '../src/model/timeline/types.ts';
import type { Room } from '../src/model/rooms/types.ts';
import type { State } from '../src/model/state.ts';
import { Store } from '../src/model/store.ts';

export const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);

/** In a room where nothing was ever changed: seq and change_seq are the same. */
export function message(seq: number, more: Partial<Message> = {}): Message {
  return { id: 1_000 + seq, roomId: 7, seq, changeSeq: seq, userId: 2, username: 'bo', content: `word ${seq}`, at: NOON + seq * 1_000, ...more };
}

export function outgoing(id: string, more: Partial<Outgoing> = {}): Outgoing {
  return { id, roomId: 7, userId: 1, username: 'ada', content: 'mine', at: NOON, phase: 'queued', ...more };
}

export function changeOf(id: string, seq: number, what: ChangeKind, more: Partial<Change> = {}): Change {
  return { id, roomId: 7, seq, what, phase: 'queued', ...more };
}

export function room(id: number, more: Partial<Room> = {}): Room {
  return { id, name: `room ${id}`, description: '', kind: 'public', memberCount: 1, lastSeq: 0, isMember: true, isOwner: false, ...more };
}

/** A room whose newest page was read: these messages, the last of which is the head. */
export function loaded(...messages: Message[]): Timeline {
  return withHistory(emptyTimeline, { messages, hasOlder: false, hasNewer: false, through: Math.max(0, ...messages.map(({ changeSeq }) => changeSeq)) });
}

export const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);

export const signedIn: Action = { type: 'session_opened', account: { id: 1, username: 'ada', displayName: 'Ada' } };

export const after = (...actions: Action[]): State => actions.reduce(reduce, initialState);

/** What goes wrong in a listener fails the test. */
export const newStore = () =>
  new Store(initialState, (error) =>
    queueMicrotask(() => {
      throw error;
    }));

/** Room 7 after these. */
export function room7(...actions: Action[]): Timeline {
  return after(signedIn, ...actions).timelines[7] ?? emptyTimeline;
}
