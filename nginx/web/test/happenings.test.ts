import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { reduce } from '../src/model/reducer.ts';
import type { ErrorFrame } from '../src/net/frames.ts';
import { happeningsOf } from '../src/story/happenings.ts';
import { after, changeOf, outgoing, room, signedIn } from './samples.ts';

const known: Action = { type: 'my_rooms_loaded', rooms: [room(7)] };
const state = after(signedIn, known, { type: 'room_entered', roomId: 7, head: 5, epoch: 'e' });
const editing = after(signedIn, known, { type: 'change_queued', change: changeOf('c', 3, { kind: 'edit', content: 'x' }) },
  { type: 'task_sent', roomId: 7, id: 'c' });
const said = (frame: Omit<ErrorFrame, 'type'>, where = state) => happeningsOf({ type: 'error', ...frame }, where);

test('my own coming and going is not news', () => {
  const frame = { type: 'user_joined', room_id: 7, user_id: 1, username: 'ada' } as const;
  assert.deepEqual(happeningsOf(frame, state), []);
  assert.equal(happeningsOf({ ...frame, user_id: 2 }, state)[0]?.type, 'presence_changed');
});

test('an error that names a message fails that message, without saying so twice', () => {
  assert.deepEqual(said({ message: 'Failed to send message: too long', code: 'validation_failed', room_id: 7, client_msg_id: 'a' }),
    [{ type: 'task_failed', roomId: 7, id: 'a', reason: 'too long', code: 'validation_failed' }]);
});

test('busy, rate_limited, unavailable and draining mean later, not no', () => {
  for (const code of ['busy', 'rate_limited', 'unavailable', 'draining']) {
    assert.deepEqual(said({ message: 'Not now.', code, room_id: 7, client_msg_id: 'a', retry_after_ms: 700 }),
      [{ type: 'task_delayed', roomId: 7, id: 'a', reason: 'Not now.', code, afterMs: 700 }]);
  }
  assert.equal(said({ message: 'Not now.', code: 'draining', room_id: 7, client_msg_id: 'a' })[0]?.type, 'task_delayed');
});

test('an error about a change is about the one under way', () => {
  assert.deepEqual(said({ message: 'Too late.', code: 'conflict', room_id: 7, seq: 3 }, editing),
    [{ type: 'task_failed', roomId: 7, id: 'c', reason: 'Too late.', code: 'conflict' }]);
  assert.deepEqual(said({ message: 'Too late.', code: 'conflict', room_id: 7, seq: 4 }, editing), []);
  const inRoom = reduce(editing, { type: 'room_entered', roomId: 7, head: 5, epoch: 'e' });
  assert.equal(said({ message: 'Odd.', code: 'forbidden', room_id: 7 }, inRoom)[0]?.type, 'task_failed');
  assert.equal(said({ message: 'Odd.', code: 'forbidden', room_id: 7 }, editing)[0]?.type, 'room_lost');
});

test('a change_ack settles the change under way, once', () => {
  const ack = { type: 'change_ack', room_id: 7, seq: 3, change_seq: 8 } as const;
  assert.deepEqual(happeningsOf(ack, editing), [{ type: 'change_acked', roomId: 7, id: 'c', changeSeq: 8 }]);
  assert.deepEqual(happeningsOf(ack, state), []);
});

test('a server that knows no changes says so at the message', () => {
  assert.deepEqual(said({ message: 'Unknown type.', code: 'unknown_type', room_id: 7 }, editing),
    [{ type: 'task_failed', roomId: 7, id: 'c', reason: 'Unknown type.', code: 'unknown_type' }]);
});

test('a refused resume loses the room, one put off is tried again, anything else is told and tried again', () => {
  assert.deepEqual(said({ message: 'Failed to join room: no', code: 'not_member', room_id: 7 }),
    [{ type: 'room_lost', roomId: 7, remark: 'You are no longer a member of room 7.' }]);
  assert.deepEqual(said({ message: 'Failed to join room: no', code: 'not_found', room_id: 8 }),
    [{ type: 'room_lost', roomId: 8, remark: 'This room is not there, or not open to you.' }]);
  assert.deepEqual(said({ message: 'Failed to join room: wait', code: 'unavailable', room_id: 7, retry_after_ms: 900 }),
    [{ type: 'join_delayed', roomId: 7, afterMs: 900 }]);
  assert.deepEqual(said({ message: 'Failed to join room: oops', code: 'internal', room_id: 8 }).map(({ type }) => type), ['trouble', 'join_delayed']);
});

test('kicked closes the room, silently when it was I who left', () => {
  const frame = { type: 'kicked', room_id: 7, reason: 'not_member' } as const;
  assert.equal(happeningsOf(frame, state)[0]?.type, 'room_lost');
  const leaving = after(signedIn, known, { type: 'leave_room', roomId: 7 });
  assert.deepEqual(happeningsOf(frame, leaving), [{ type: 'room_left', roomId: 7 }]);
});

test('a room that goes while another is open goes quietly, and leaves what I wrote there', () => {
  const frame = { type: 'room_removed', room_id: 7 } as const;
  const writing = after(signedIn, known, { type: 'open_room', roomId: 8 }, { type: 'keep_draft', roomId: 7, draft: 'I wond' },
    { type: 'message_queued', outgoing: outgoing('a') });
  const gone = happeningsOf(frame, writing).reduce(reduce, writing);
  assert.deepEqual([gone.rooms.mine, gone.trouble], [[], undefined]);
  assert.deepEqual([gone.drafts[7]?.text, gone.timelines[7]?.outgoing.map(({ phase }) => phase)], ['I wond', ['failed']]);

  const looking = reduce(writing, { type: 'open_room', roomId: 7 });
  assert.equal(happeningsOf(frame, looking).reduce(reduce, looking).trouble, 'You are no longer a member of room 7.');
  const leaving = reduce(writing, { type: 'leave_room', roomId: 7 });
  assert.deepEqual(happeningsOf(frame, leaving), [{ type: 'room_left', roomId: 7 }]);
});

test('a refused mark of what I read leaves the room as it is', () => {
  for (const code of ['rate_limited', 'unavailable', 'internal', 'not_member']) {
    assert.deepEqual(said({ message: 'Not now.', code, room_id: 7, seq: 5, retry_after_ms: 700 }), []);
  }
});
