import type { Action } from '../model/actions.ts';
import { isFollowing } from '../model/timeline/cursor.ts';
import type { Change } from '../model/writing/types.ts';
import type { State } from '../model/state.ts';
import type { ErrorFrame, ServerFrame } from '../net/frames.ts';
import { sentenceOf } from '../net/problem.ts';
import { words } from '../words/words.ts';
import { toMessage, toRoom } from '../net/wire.ts';

/** These say "not now". The same frame is sent again, also where no time is named. */
const LATER = new Set(['busy', 'rate_limited', 'unavailable', 'draining']);
const LATER_MS = 1_000;
/** A room that could not be entered for a reason nobody foresaw: seldom enough that the notice can be read. */
const FAILED_MS = 30_000;

/** These end a room for me. */
const OUT = new Set(['not_member', 'not_found', 'forbidden']);

/** What a frame means here; a frame may mean nothing, or two things. */
export function happeningsOf(frame: ServerFrame, state: State): readonly Action[] {
  switch (frame.type) {
    case 'room_joined': {
      const entered: Action = { type: 'room_entered', roomId: frame.room_id, head: frame.head, epoch: frame.epoch };
      return frame.room ? [{ type: 'room_known', room: { ...toRoom(frame.room), isMember: true }, head: frame.head }, entered] : [entered];
    }
    case 'resumed':
      return [{ type: 'room_resumed', roomId: frame.room_id, head: frame.head }];
    case 'resync_required':
      return [{ type: 'room_resynced', roomId: frame.room_id, head: frame.head, epoch: frame.epoch }];
    case 'kicked':
      return kicked(frame.room_id, state);
    case 'new_message':
      return [{ type: 'message_arrived', message: toMessage(frame) }];
    case 'message_changed':
      return [{ type: 'message_changed', message: toMessage(frame) }];
    case 'message_ack': {
      const { message_id: id, seq, change_seq: changeSeq, created_at_ms: at } = frame;
      return [{ type: 'message_acked', roomId: frame.room_id, id: frame.client_msg_id, message: { id, seq, changeSeq, at } }];
    }
    case 'change_ack': {
      const change = underWay(state, frame.room_id, frame.seq);
      return change ? [{ type: 'change_acked', roomId: frame.room_id, id: change.id, changeSeq: frame.change_seq }] : [];
    }
    case 'user_joined':
    case 'user_left':
      return frame.user_id === state.session.account?.id
        ? []
        : [{
            type: 'presence_changed',
            roomId: frame.room_id,
            userId: frame.user_id,
            username: frame.username,
            came: frame.type === 'user_joined',
          }];
    case 'read':
      return [{ type: 'room_read', roomId: frame.room_id, seq: frame.seq, unread: frame.unread, mentions: frame.mentions, lastSeq: frame.last_seq }];
    case 'pong':
      return [{ type: 'heads_heard', heads: frame.heads ?? {} }];
    case 'error':
      return refused(frame, state);
    case 'typing':
      return [{ type: 'typing_heard', roomId: frame.room_id, userId: frame.user_id, username: frame.username }];
    case 'room_added':
      return [{ type: 'room_added', roomId: frame.room_id }];
    case 'room_removed':
      return removed(frame.room_id, state);
    case 'room_changed':
      return [{ type: 'room_changed', roomId: frame.room_id, name: frame.name, topic: frame.topic ?? '', description: frame.description ?? '' }];
    case 'muted':
      return [{ type: 'room_muted', roomId: frame.room_id, muted: frame.muted }];
    case 'reconnect':
    case 'token_expiring':
    case 'success':
      return [];
  }
}

function refused(frame: ErrorFrame, state: State): readonly Action[] {
  const { room_id: roomId, code = '' } = frame;
  const afterMs = frame.retry_after_ms ?? (LATER.has(code) ? LATER_MS : undefined);
  // The sentence stands beside what it is about, so it need not say so.
  const reason = sentenceOf(code) ?? frame.message.replace(/^Failed to [a-z ]+: /, '');
  if (code === 'unknown_type') {
    // An older server, which names nothing: whatever it may not know is what it meant.
    return Object.values(state.timelines).flatMap(({ changes }) => changes).filter(({ phase }) => phase === 'sent')
      .map(({ roomId, id }): Action => ({ type: 'task_failed', roomId, id, reason: frame.message, code }));
  }
  if (roomId === undefined) {
    return [{ type: 'trouble', detail: sentenceOf(code) ?? frame.message }];
  }
  const id = frame.client_msg_id ?? underWay(state, roomId, frame.seq)?.id;
  if (id !== undefined) {
    return afterMs === undefined
      ? [{ type: 'task_failed', roomId, id, reason, code }]
      : [{ type: 'task_delayed', roomId, id, reason, code, afterMs }];
  }
  if (frame.seq !== undefined) {
    return []; // about a mark of what I read, which is told again; or the second answer to something that was repeated
  }
  if (afterMs !== undefined) {
    return [{ type: 'join_delayed', roomId, afterMs }];
  }
  if (OUT.has(code)) {
    return [lost(roomId, state)];
  }
  const trouble: Action = { type: 'trouble', detail: sentenceOf(code) ?? frame.message };
  return isFollowing(state.timelines[roomId]?.cursor) ? [trouble] : [trouble, { type: 'join_delayed', roomId, afterMs: FAILED_MS }];
}

/** Of a room there is one at most. An answer that names no message is about it unless it can be about joining the room. */
function underWay(state: State, roomId: number, seq: number | undefined): Change | undefined {
  const timeline = state.timelines[roomId];
  const change = timeline?.changes.find(({ phase }) => phase === 'sent');
  return change && (seq === undefined ? isFollowing(timeline?.cursor) : change.seq === seq) ? change : undefined;
}

/** Where I asked for it, the answer to that may have come first: then there is nothing more to say. */
function kicked(roomId: number, state: State): readonly Action[] {
  const { mine, visited, leavingId } = state.rooms;
  if (roomId === leavingId) {
    return [{ type: 'room_left', roomId }];
  }
  return visited.includes(roomId) || mine.some(({ id }) => id === roomId) ? [lost(roomId, state)] : [];
}

/** Told besides `kicked` where the socket was in the room. What I wrote there stays, unless it was I who left, on this page. */
function removed(roomId: number, state: State): readonly Action[] {
  const { mine, currentId, leavingId } = state.rooms;
  if (!mine.some(({ id }) => id === roomId)) {
    return [];
  }
  if (roomId === leavingId) {
    return [{ type: 'room_left', roomId }];
  }
  return [roomId === currentId ? lost(roomId, state) : { ...lost(roomId, state), quiet: true }];
}

function lost(roomId: number, { rooms }: State): Extract<Action, { type: 'room_lost' }> {
  const name = rooms.mine.find(({ id }) => id === roomId)?.name;
  const remark = name === undefined ? words().shell.roomMissing : words().shell.roomLost(name);
  return { type: 'room_lost', roomId, remark };
}
