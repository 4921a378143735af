import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowsOf, type MessageRow, type Viewer } from '../src/model/timeline/rows.ts';
import { withAck, withNotice } from '../src/model/timeline/timeline.ts';
import type { Timeline } from '../src/model/timeline/types.ts';
import { after, changeOf, loaded, message, NOON, outgoing, signedIn } from './samples.ts';

const utcDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const viewer: Viewer = { selfId: 1, isOwner: false };
const messagesOf = (timeline: Timeline, who = viewer) =>
  rowsOf(timeline, who, utcDay).filter((row): row is MessageRow => row.kind === 'message');

test('runs of one person stand together for five minutes', () => {
  const rows = messagesOf(loaded(
    message(1), message(2), message(3, { userId: 3 }), message(4), message(5, { at: NOON + 400_000 }),
  ));
  assert.deepEqual(rows.map(({ first, last }) => [first, last]), [[true, false], [false, true], [true, true], [true, true], [true, true]]);
});

test('each day begins with its separator', () => {
  const rows = rowsOf(loaded(message(1), message(2), message(3, { at: NOON + 86_400_000 })), viewer, utcDay);
  assert.deepEqual(rows.map(({ kind }) => kind), ['day', 'message', 'message', 'day', 'message']);
});

test('outgoing messages come last, with their state', () => {
  const timeline = { ...loaded(message(1)), outgoing: [outgoing('a', { phase: 'failed', reason: 'too long' }), outgoing('b')] };
  assert.deepEqual(messagesOf(timeline).map(({ state, seq }) => [state, seq]), [['sent', 1], ['failed', undefined], ['pending', undefined]]);
});

test('a confirmed message keeps its key, so its element stays', () => {
  const queued = { ...loaded(message(1)), outgoing: [outgoing('a')] };
  const before = messagesOf(queued).at(-1);
  const after = messagesOf(withAck(queued, 'a', { id: 9, seq: 2, changeSeq: 2, at: NOON })).at(-1);
  assert.equal(after?.key, before?.key);
  assert.deepEqual([before?.state, after?.state], ['pending', 'sent']);
});

test('mine are mine', () => {
  assert.deepEqual(messagesOf(loaded(message(1), message(2, { userId: 1 }))).map(({ mine }) => mine), [false, true]);
});

test('who came stands after the message that was last then', () => {
  const timeline = withNotice(loaded(message(1)), { userId: 9, username: 'cy', came: true });
  assert.deepEqual(rowsOf({ ...timeline, messages: [message(1), message(2)] }, viewer, utcDay).map(({ kind }) => kind),
    ['day', 'message', 'notice', 'message']);
});

test('only I edit mine, only an owner removes what others said, and nobody what is gone', () => {
  const timeline = loaded(message(1), message(2, { userId: 1 }), message(3, { userId: 1, content: '', deletedAt: 5 }));
  const rights = (isOwner: boolean) => messagesOf(timeline, { selfId: 1, isOwner }).map(({ mayEdit, mayRemove }) => [mayEdit, mayRemove]);
  assert.deepEqual(rights(false), [[false, false], [true, true], [false, false]]);
  assert.deepEqual(rights(true), [[false, true], [true, true], [false, false]]);
});

test('a change of mine shows before the server said so', () => {
  const timeline = {
    ...loaded(message(1, { reactions: [{ emoji: '👍', count: 2, userIds: [1, 3] }] }), message(2), message(3)),
    changes: [
      changeOf('a', 1, { kind: 'react', emoji: '👍', on: false }, { phase: 'sent' }), changeOf('b', 1, { kind: 'react', emoji: '🎉', on: true }),
      changeOf('c', 2, { kind: 'edit', content: 'better' }), changeOf('d', 3, { kind: 'remove' }, { phase: 'acked', changeSeq: 9 }),
    ],
  };
  const [one, two, three] = messagesOf(timeline);
  assert.deepEqual(one?.reactions, [{ emoji: '👍', count: 1, mine: false, others: [3] }, { emoji: '🎉', count: 1, mine: true, others: [] }]);
  assert.deepEqual([two?.content, two?.edited, two?.saving], ['better', true, true]);
  assert.deepEqual([three?.content, three?.removed, three?.saving], ['', true, false]);
});

test('the words of a refused edit stay in sight, with the reason', () => {
  const refused = changeOf('a', 1, { kind: 'edit', content: 'better' }, { phase: 'failed', reason: 'too late' });
  const [row] = messagesOf({ ...loaded(message(1)), changes: [refused] });
  assert.deepEqual([row?.content, row?.edited, row?.saving, row?.refused?.reason], ['better', false, false, 'too late']);
});

test('the last reaction taken back leaves nothing, and the same one twice changes nothing', () => {
  const timeline = loaded(message(1, { reactions: [{ emoji: '👍', count: 1, userIds: [1] }, { emoji: '🎉', count: 1, userIds: [1] }] }));
  const changes = [changeOf('a', 1, { kind: 'react', emoji: '👍', on: false }), changeOf('b', 1, { kind: 'react', emoji: '🎉', on: true })];
  assert.deepEqual(messagesOf({ ...timeline, changes })[0]?.reactions, [{ emoji: '🎉', count: 1, mine: true, others: [] }]);
});

test('a name shows as a mention as soon as its person was met, and goes with the session', () => {
  const timeline = loaded(message(1, { content: '@ben, this is for @cleo', mentions: [9] }));
  const met = after(signedIn, { type: 'people_found', roomId: 7, people: [{ userId: 8, username: 'ben' }] });
  const both = after(signedIn, { type: 'message_arrived', message: message(2, { userId: 9, username: 'Cleo' }) });
  const left = [met, after(signedIn), both].map(({ names }) => messagesOf(timeline, { ...viewer, names })[0]?.named);
  assert.deepEqual(left, [['cleo'], ['ben', 'cleo'], ['cleo']]);
  assert.deepEqual(after(signedIn, { type: 'people_found', roomId: 7, people: [{ userId: 8, username: 'ben' }] }, { type: 'session_closed' }).names, after().names);
});
