import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emptyTimeline, missingAfter, withAck, withFailure, withMessages, withNotice, without, withOutgoing,
} from '../src/model/timeline.ts';
import { loaded, message, NOON, outgoing, seqs } from './samples.ts';

test('orders messages by seq however they arrive', () => {
  const timeline = withMessages(withMessages(emptyTimeline, [message(3)]), [message(2), message(1)]);
  assert.deepEqual(seqs(timeline), [1, 2, 3]);
  assert.equal(timeline.headSeq, 3);
});

test('keeps each seq once', () => {
  const once = withMessages(emptyTimeline, [message(1), message(2)]);
  const twice = withMessages(once, [message(2), message(1)]);
  assert.deepEqual(seqs(twice), [1, 2]);
  assert(twice.messages === once.messages, 'a repeat makes no new list');
});

test('an ack gives an outgoing message its place', () => {
  const timeline = withAck(withOutgoing(loaded(message(1)), outgoing('a')), 'a', 55, 2, NOON + 9);
  assert.deepEqual(timeline.outgoing, []);
  assert.deepEqual(timeline.messages.at(-1), {
    id: 55, roomId: 7, seq: 2, userId: 1, username: 'ada', content: 'mine', at: NOON + 9, clientMsgId: 'a',
  });
});

test('ack and live frame of one message show it once, in either order', () => {
  const own = message(2, { userId: 1, username: 'ada', content: 'mine', clientMsgId: 'a' });
  const queued = withOutgoing(loaded(message(1)), outgoing('a'));
  for (const timeline of [
    withMessages(withAck(queued, 'a', own.id, 2, own.at), [own]),
    withAck(withMessages(queued, [own]), 'a', own.id, 2, own.at),
  ]) {
    assert.deepEqual(seqs(timeline), [1, 2]);
    assert.deepEqual(timeline.outgoing, []);
  }
});

test('the same client_msg_id of somebody else confirms nothing of mine', () => {
  const timeline = withMessages(withOutgoing(loaded(), outgoing('a')), [message(1, { userId: 2, clientMsgId: 'a' })]);
  assert.equal(timeline.outgoing.length, 1);
});

test('messages without client_msg_id confirm nothing', () => {
  const timeline = withMessages(withOutgoing(loaded(), outgoing('a')), [message(1, { userId: 1 })]);
  assert.equal(timeline.outgoing.length, 1);
});

test('a late ack changes nothing', () => {
  const timeline = loaded(message(1));
  assert(withAck(timeline, 'gone', 9, 2, NOON) === timeline);
});

test('a retry keeps id and place, and clears the failure', () => {
  const failed = withFailure(withOutgoing(withOutgoing(loaded(), outgoing('a')), outgoing('b')), 'a', 'no room');
  assert.equal(failed.outgoing[0]?.failure, 'no room');
  const retried = withOutgoing(failed, outgoing('a'));
  assert.deepEqual(retried.outgoing.map(({ clientMsgId, failure }) => [clientMsgId, failure]), [['a', undefined], ['b', undefined]]);
});

test('a discarded message is gone', () => {
  assert.deepEqual(without(withOutgoing(loaded(), outgoing('a')), 'a').outgoing, []);
});

test('nothing is missing before the first page is read', () => {
  assert.equal(missingAfter(withMessages(emptyTimeline, [message(9)])), undefined);
});

test('nothing is missing when the history above was not asked for', () => {
  assert.equal(missingAfter({ ...loaded(message(41), message(42)), hasOlder: true }), undefined);
});

test('finds the first hole', () => {
  assert.equal(missingAfter({ ...loaded(message(4), message(5), message(8), message(11)), hasOlder: true }), 5);
});

test('finds a lost tail by the head', () => {
  assert.equal(missingAfter({ ...loaded(message(1)), headSeq: 6 }), 1);
  assert.equal(missingAfter({ ...loaded(), headSeq: 2 }), 0);
});

test('knows that a room begins at 1', () => {
  assert.equal(missingAfter(loaded(message(3))), 0);
});

test('tells the latest about a person only, of the last three people', () => {
  let timeline = loaded(message(1));
  for (const userId of [2, 3, 4, 5, 2]) {
    timeline = withNotice(timeline, { userId, username: `u${userId}`, came: userId !== 2 });
  }
  assert.deepEqual(timeline.notices.map(({ userId }) => userId), [4, 5, 2]);
  assert.equal(timeline.notices[0]?.afterSeq, 1);
});
