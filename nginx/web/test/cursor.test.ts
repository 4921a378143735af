import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { asked, entered, interrupted, isFollowing, isNews, putOff, resumed, resynced, withChange, withHead, withPage } from '../src/model/timeline/cursor.ts';
import { message, room7, seqs } from './samples.ts';

const at5 = resynced(5, 'e');
const joined = (head: number): Action => ({ type: 'room_entered', roomId: 7, head, epoch: 'e' });
const frame = (changeSeq: number): Action => ({ type: 'message_arrived', message: message(changeSeq) });
const page = (generation: number, through: number, ...seq: number[]): Action => ({
  type: 'history_loaded', roomId: 7, generation, page: { messages: seq.map((n) => message(n)), hasOlder: false, through },
});
const lost: Action = { type: 'connection_changed', status: 'offline' };
const resume: Action = { type: 'resume_asked', roomId: 7 };
const resumedAt = (head: number): Action => ({ type: 'room_resumed', roomId: 7, head });

test('begins at the head of the first join', () => {
  assert.deepEqual(entered(undefined, 5, 'e', undefined), at5);
  assert(isFollowing(at5));
});

test('the next change moves it, one further ahead does not, one behind is no news', () => {
  assert.equal(withChange(at5, 6).after, 6);
  assert.equal(withChange(at5, 8).after, 5);
  assert.deepEqual([isNews(at5, 5), isNews(at5, 6)], [false, true]);
});

test('a range is shown at once, and counts from its end on', () => {
  const during = room7(joined(1), page(0, 1, 1), frame(2), frame(4), frame(7));
  assert.deepEqual([seqs(during), during.cursor?.after], [[1, 2, 4, 7], 2]);
  assert.equal(room7(joined(1), frame(2), frame(4), resumedAt(9)).cursor?.after, 9);
});

test('a range that was interrupted is asked for again from before it', () => {
  const { cursor } = room7(joined(1), frame(3), frame(4), lost);
  assert.deepEqual([cursor?.after, cursor?.owed], [1, true]);
});

test('a resume leaves it where it was until frames move it', () => {
  const { cursor } = room7(joined(5), lost, resume, joined(9));
  assert.deepEqual([cursor?.after, cursor && isFollowing(cursor)], [5, true]);
});

test('acks move nothing', () => {
  const { cursor } = room7(joined(1), page(0, 1, 1),
    { type: 'message_acked', roomId: 7, id: 'a', message: { id: 9, seq: 2, changeSeq: 2, at: 0 } },
    { type: 'change_acked', roomId: 7, id: 'b', changeSeq: 2 });
  assert.equal(cursor?.after, 1);
});

test('a page read before the join ended: what lies between is asked for', () => {
  const early = room7(page(0, 3, 1, 2, 3), joined(5));
  const late = room7(joined(5), frame(6), page(0, 3, 1, 2, 3));
  for (const { cursor } of [early, late]) {
    assert.deepEqual([cursor?.after, cursor?.owed], [3, true]);
  }
  assert.equal(withPage(at5, 5), at5);
});

test('the end of a range before the last question says nothing about that question', () => {
  const asking = asked(withPage(at5, 3));
  assert.equal(resumed(asking, 9).after, 3);
  assert.equal(resumed(entered(asking, 9, 'e', 3), 9).after, 9);
});

test('stays where it was asked from until the answer begins', () => {
  const waiting = room7(joined(1), page(0, 1, 1), lost, resume, frame(2));
  assert.deepEqual([seqs(waiting), waiting.cursor?.after], [[1, 2], 1]);
  // In the answer message 2 shows a later state under the change that sent it.
  const answered = room7(joined(1), page(0, 1, 1), lost, resume, frame(2), joined(5),
    { type: 'message_arrived', message: message(2, { content: 'better' }) }, resumedAt(5));
  assert.deepEqual([answered.messages[1]?.content, answered.cursor?.after], ['better', 5]);
});

test('a resync while an answer is awaited asks once more, because that answer begins elsewhere', () => {
  const { cursor } = room7(joined(1), lost, resume, { type: 'room_resynced', roomId: 7, head: 5, epoch: 'e' }, resume, joined(9), resumedAt(9));
  assert.deepEqual([cursor?.after, cursor?.asks], [5, 1]);
});

test('a resync forgets, and a page asked for before it says nothing', () => {
  const timeline = room7(joined(5), page(0, 5, 4, 5), { type: 'room_resynced', roomId: 7, head: 2, epoch: 'f' }, page(0, 9, 8, 9), page(1, 2, 1, 2));
  assert.deepEqual([seqs(timeline), timeline.cursor], [[1, 2], resynced(2, 'f')]);
});

test('a page asked for before a resync is not taken for loaded', () => {
  const timeline = room7(joined(5), { type: 'room_resynced', roomId: 7, head: 2, epoch: 'f' }, page(0, 9, 8, 9));
  assert.deepEqual([timeline.loaded, seqs(timeline)], [false, []]);
});

test('a heartbeat beyond it means a loss only when it stood still until the next', () => {
  const once = withHead(at5, 8);
  assert.deepEqual([once.after, once.owed], [5, false]);
  assert.equal(withHead(withChange(once, 6), 8).owed, false);
  assert.equal(withHead(once, 8).owed, true);
  assert.equal(withHead(withHead(once, 5), 8).owed, false);
});

test('heartbeats are counted per room, and a room they do not name is not behind', () => {
  const beat = (head: number): Action => ({ type: 'heads_heard', heads: { 7: head } });
  assert.equal(room7(joined(5), beat(6), beat(6)).cursor?.owed, true);
  assert.equal(room7(joined(5), beat(6), { type: 'heads_heard', heads: {} }, beat(6)).cursor?.owed, false);
});

test('a new socket knows nothing of what the old one was asked', () => {
  assert.deepEqual(interrupted(asked(asked(at5))), { ...at5, owed: true, asks: 0, lagAt: undefined });
});

test('a question the server would not answer now is still owed', () => {
  assert.deepEqual([putOff(asked(at5)).owed, putOff(asked(at5)).asks], [true, 0]);
});
