import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, type MessageRow } from '../src/model/rows.ts';
import { withAck, withFailure, withNotice, withOutgoing } from '../src/model/timeline.ts';
import { loaded, message, NOON, outgoing } from './samples.ts';

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const messagesOf = (timeline: Parameters<typeof rowsOf>[0]) =>
  rowsOf(timeline, 1, utcDay).filter((row): row is MessageRow => row.kind === 'message');

test('runs of one person stand together for five minutes', () => {
  const rows = messagesOf(loaded(
    message(1), message(2), message(3, { userId: 3 }), message(4), message(5, { at: NOON + 400_000 }),
  ));
  assert.deepEqual(rows.map(({ first, last }) => [first, last]), [[true, false], [false, true], [true, true], [true, true], [true, true]]);
});

test('each day begins with its separator', () => {
  const rows = rowsOf(loaded(message(1), message(2), message(3, { at: NOON + 86_400_000 })), 1, utcDay);
  assert.deepEqual(rows.map(({ kind }) => kind), ['day', 'message', 'message', 'day', 'message']);
});

test('outgoing messages come last, with their state', () => {
  const timeline = withFailure(withOutgoing(withOutgoing(loaded(message(1)), outgoing('a')), outgoing('b')), 'a', 'too long');
  assert.deepEqual(messagesOf(timeline).map(({ state, seq }) => [state, seq]), [['sent', 1], ['failed', undefined], ['pending', undefined]]);
});

test('a confirmed message keeps its key, so its element stays', () => {
  const queued = withOutgoing(loaded(message(1)), outgoing('a'));
  const before = messagesOf(queued).at(-1);
  const after = messagesOf(withAck(queued, 'a', 9, 2, NOON)).at(-1);
  assert.equal(after?.key, before?.key);
  assert.deepEqual([before?.state, after?.state], ['pending', 'sent']);
});

test('mine are mine', () => {
  assert.deepEqual(messagesOf(loaded(message(1), message(2, { userId: 1 }))).map(({ mine }) => mine), [false, true]);
});

test('who came stands after the message that was last then', () => {
  const timeline = withNotice(loaded(message(1)), { userId: 9, username: 'cy', came: true });
  assert.deepEqual(rowsOf({ ...timeline, messages: [message(1), message(2)] }, 1, utcDay).map(({ kind }) => kind),
    ['day', 'message', 'notice', 'message']);
});
