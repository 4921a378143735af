import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resynced } from '../src/model/timeline/cursor.ts';
import { awaitingPage, withHistory } from '../src/model/timeline/pages.ts';
import { emptyTimeline, forgotten, withAck, withFrame, withNotice } from '../src/model/timeline/timeline.ts';
import type { Message, Timeline } from '../src/model/timeline/types.ts';
import { changeOf, loaded, message, NOON, outgoing, seqs } from './samples.ts';

const following = (timeline: Timeline, head: number): Timeline => ({ ...timeline, cursor: resynced(head, 'e') });
const arrived = (timeline: Timeline, ...messages: Message[]) =>
  messages.reduce((all, next) => withFrame(all, next, 'new'), timeline);
const changed = (timeline: Timeline, next: Message) => withFrame(timeline, next, 'changed');
const page = (through: number, ...messages: Message[]) => ({ messages, hasOlder: true, hasNewer: false, through });
const ackOf = (seq: number) => ({ id: 55, seq, changeSeq: seq, at: NOON + 9 });

test('orders messages by seq however they arrive', () => {
  assert.deepEqual(seqs(withHistory(arrived(awaitingPage(emptyTimeline, 'latest'), message(3)), page(3, message(2), message(1)))), [1, 2, 3]);
});

test('keeps each seq once', () => {
  const timeline = arrived(following(loaded(message(1)), 1), message(2), message(2));
  assert.deepEqual(seqs(withHistory(timeline, page(2, message(2), message(1)))), [1, 2]);
});

test('a frame at or below the cursor changes nothing', () => {
  const timeline = following(loaded(message(1), message(2)), 2);
  assert(arrived(timeline, message(2, { content: 'stale' })) === timeline);
});

test('a changed message shows as it is now', () => {
  const timeline = changed(following(loaded(message(1), message(2)), 2), message(1, { changeSeq: 3, content: 'better', editedAt: NOON }));
  assert.deepEqual(timeline.messages.map(({ content }) => content), ['better', 'word 2']);
  assert.equal(timeline.cursor?.after, 3);
});

test('a change of what is not here is no message here', () => {
  const timeline = changed(following(loaded(message(41), message(42)), 42), message(3, { changeSeq: 43, content: 'better' }));
  assert.deepEqual(seqs(timeline), [41, 42]);
  assert.equal(timeline.cursor?.after, 43);
});

test('a change that overtakes the page its message is in is not lost', () => {
  const asked = awaitingPage(following(loaded(message(41)), 41), 'older');
  const overtaken = changed(asked, message(40, { changeSeq: 42, content: 'better' }));
  const timeline = withHistory(overtaken, page(41, message(40), message(39)));
  assert.deepEqual(timeline.messages.map(({ content }) => content), ['word 39', 'better', 'word 41']);
  assert.equal(timeline.aside, undefined);
});

test('a page that is newer than such a change wins', () => {
  const asked = awaitingPage(following(loaded(message(41)), 41), 'older');
  const overtaken = changed(asked, message(40, { changeSeq: 42, content: 'better' }));
  const timeline = withHistory(overtaken, page(43, message(40, { changeSeq: 43, content: 'best' })));
  assert.equal(timeline.messages[0]?.content, 'best');
});

test('a page never takes back what frames brought', () => {
  const timeline = changed(following(loaded(message(1)), 1), message(1, { changeSeq: 2, content: 'better' }));
  assert.equal(withHistory(timeline, page(1, message(1))).messages[0]?.content, 'better');
});

test('an ack gives an outgoing message its place', () => {
  const timeline = withAck({ ...loaded(message(1)), outgoing: [outgoing('a')] }, 'a', ackOf(2));
  assert.deepEqual(timeline.outgoing, []);
  assert.deepEqual(timeline.messages.at(-1), {
    id: 55, roomId: 7, seq: 2, changeSeq: 2, userId: 1, username: 'ada', content: 'mine', at: NOON + 9, clientMsgId: 'a',
    replyTo: undefined,
  });
});

test('an ack of what lies further up, or in a room not read, makes no hole', () => {
  const early = { ...loaded(message(41)), hasOlder: true, outgoing: [outgoing('a')] };
  assert.deepEqual(seqs(withAck(early, 'a', ackOf(3))), [41]);
  assert.deepEqual(withAck({ ...emptyTimeline, outgoing: [outgoing('a')] }, 'a', ackOf(3)), emptyTimeline);
});

test('ack and live frame of one message show it once, in either order', () => {
  const own = message(2, { userId: 1, username: 'ada', content: 'mine', replyTo: undefined, clientMsgId: 'a' });
  const queued = following({ ...loaded(message(1)), outgoing: [outgoing('a')] }, 1);
  for (const timeline of [arrived(withAck(queued, 'a', ackOf(2)), own), withAck(arrived(queued, own), 'a', ackOf(2))]) {
    assert.deepEqual(seqs(timeline), [1, 2]);
    assert.deepEqual(timeline.outgoing, []);
    assert.equal(timeline.cursor?.after, 2);
  }
});

test('the same client_msg_id of somebody else confirms nothing of mine', () => {
  const timeline = arrived({ ...loaded(), outgoing: [outgoing('a')] }, message(1, { userId: 2, clientMsgId: 'a' }));
  assert.equal(timeline.outgoing.length, 1);
});

test('messages without client_msg_id confirm nothing', () => {
  assert.equal(arrived({ ...loaded(), outgoing: [outgoing('a')] }, message(1, { userId: 1 })).outgoing.length, 1);
});

test('a late ack changes nothing', () => {
  const timeline = loaded(message(1));
  assert(withAck(timeline, 'gone', ackOf(2)) === timeline);
});

test('a committed change of mine is over once the message shows it', () => {
  const acked = changeOf('a', 1, { kind: 'edit', content: 'better' }, { phase: 'acked', changeSeq: 3 });
  const timeline = { ...following(loaded(message(1)), 1), changes: [acked] };
  const other = changed(timeline, message(1, { changeSeq: 2, content: 'worse' }));
  assert.equal(other.changes.length, 1);
  assert.equal(changed(other, message(1, { changeSeq: 3, content: 'better' })).changes.length, 0);
});

test('forgetting keeps what I have yet to say', () => {
  const timeline = forgotten({
    ...loaded(message(1)),
    outgoing: [outgoing('a')],
    changes: [changeOf('b', 1, { kind: 'remove' }), changeOf('c', 1, { kind: 'remove' }, { phase: 'acked', changeSeq: 9 })],
  });
  assert.deepEqual([timeline.messages, timeline.loaded, timeline.generation], [[], false, 1]);
  assert.deepEqual([timeline.outgoing.length, timeline.changes.map(({ id }) => id)], [1, ['b']]);
});

test('tells the latest about a person only, of the last three people', () => {
  let timeline = loaded(message(1));
  for (const userId of [2, 3, 4, 5, 2]) {
    timeline = withNotice(timeline, { userId, username: `u${userId}`, came: userId !== 2 });
  }
  assert.deepEqual(timeline.notices.map(({ userId }) => userId), [4, 5, 2]);
  assert.equal(timeline.notices[0]?.afterSeq, 1);
});
