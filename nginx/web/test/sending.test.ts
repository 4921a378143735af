import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joined, known, live, lost, Page, say } from './page.ts';
import type { Action } from '../src/model/actions.ts';
import { after, message, NOON, outgoing, signedIn } from './samples.ts';

test('a second message waits for the first to be acknowledged', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act(say('one'), say('two'));
  assert.deepEqual(page.words, ['one']);
  assert.deepEqual(page.ack(1).words, ['one', 'two']);
});

test('nothing is sent into a room before the socket is in it, or into one that owes an answer', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().act(signedIn, known, { type: 'open_room', roomId: 7 }, live, say('one'));
  assert.deepEqual(page.words, []);
  assert.deepEqual(page.act(joined).words, ['one']);
  page.act(lost, live);
  assert.deepEqual(page.words, ['one']);
  assert.deepEqual(page.act(joined).words, ['one', 'one']);
});

test('what was not answered when the connection broke is said again, under the same id', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act(say('one'), lost, say('two'), live, joined);
  assert.deepEqual(page.words, ['one', 'one']);
  assert.equal(page.sends[0]!.client_msg_id, page.sends[1]!.client_msg_id);
});

test('a reconnect resumes from the cursor', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act({ type: 'message_arrived', message: message(2) }, lost, live);
  assert.deepEqual(page.said, [
    { type: 'join_room', room_id: 7 }, { type: 'join_room', room_id: 7, after: 2, epoch: 'e' },
  ]);
});

test('a page of history that ends before the join is resumed from its end', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().act(signedIn, known, { type: 'open_room', roomId: 7 }, live, { type: 'room_entered', roomId: 7, head: 5, epoch: 'e' },
    { type: 'history_loaded', roomId: 7, generation: 0, page: { messages: [message(3)], hasOlder: true, through: 3 } });
  assert.deepEqual(page.said.at(-1), { type: 'join_room', room_id: 7, after: 3, epoch: 'e' });
});

test('what is sent while other rooms are resumed is sent once', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act(lost, say('elsewhere', 9), live);
  assert.deepEqual(page.words, ['elsewhere']);
});

test('a room that is put off is asked for again when the time is over', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().act(signedIn, known, { type: 'open_room', roomId: 7 }, live, { type: 'join_delayed', roomId: 7, afterMs: 700 });
  context.mock.timers.tick(699);
  assert.equal(page.said.length, 1);
  context.mock.timers.tick(1);
  assert.deepEqual(page.said, [{ type: 'join_room', room_id: 7 }, { type: 'join_room', room_id: 7 }]);
});

test('no answer on a live connection: again, and again, never a failure', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act(say('one'), say('two'));
  context.mock.timers.tick(10_000);
  context.mock.timers.tick(10_000);
  assert.deepEqual(page.words, ['one', 'one', 'one']);
  assert.equal(new Set(page.sends.map((frame) => frame.client_msg_id)).size, 1);
});

test('refused for now: again after the time the server named, and not before', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act(say('one'), say('two'));
  page.act({ type: 'task_delayed', roomId: 7, id: page.sends[0]!.client_msg_id, reason: 'busy', afterMs: 2_000 });
  context.mock.timers.tick(1_999);
  assert.deepEqual(page.words, ['one']);
  context.mock.timers.tick(1);
  assert.deepEqual(page.words, ['one', 'one']);
  assert.deepEqual(page.ack(1).words, ['one', 'one', 'two']);
});

test('a room of which the outbox is full of trouble holds up no other', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  assert.deepEqual(new Page().inRoom().act(say('one'), say('two'), say('elsewhere', 8)).words, ['one', 'elsewhere']);
});

test('changes go out one by one, beside messages', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act({ type: 'message_arrived', message: message(2, { userId: 1 }) }, say('one'),
    { type: 'edit', roomId: 7, seq: 2, content: 'better' }, { type: 'react', roomId: 7, seq: 2, emoji: '👍', on: true });
  assert.deepEqual(page.said.slice(1).map(({ type }) => type), ['send_message', 'edit_message']);
  const { id } = page.store.state.timelines[7]!.changes[0]!;
  page.act({ type: 'change_acked', roomId: 7, id, changeSeq: 3 });
  assert.deepEqual(page.said.at(-1), { type: 'react', room_id: 7, seq: 2, emoji: '👍', on: true });
});

test('an edit that changes nothing is not sent', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act({ type: 'history_loaded', roomId: 7, generation: 0, page: { messages: [message(2, { userId: 1, content: 'same' })], through: 2 } },
    { type: 'edit', roomId: 7, seq: 2, content: 'same' });
  assert.equal(page.store.state.timelines[7]?.changes.length, 0);
});

test('an answer names what it answers, and an edit by way of the composer is another message', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const page = new Page().inRoom().act({ type: 'reply', roomId: 7, seq: 1 }, { type: 'send', roomId: 7, content: 'yes', replyTo: 1 });
  assert.equal(page.sends[0]?.reply_to, 1);
  assert.deepEqual(page.store.state.drafts, {});
  const id = page.sends[0]!.client_msg_id;
  page.act({ type: 'task_failed', roomId: 7, id, reason: 'no', code: 'validation_failed' }, { type: 'keep_draft', roomId: 7, draft: 'and' },
    { type: 'rewrite', roomId: 7, id, content: 'yes', replyTo: 1 });
  assert.deepEqual([page.outgoing, page.store.state.drafts[7]?.text, page.store.state.drafts[7]?.replyTo], [[], 'yes\nand', 1]);
});

test('what is sent counts, also when it is committed before anybody could paint it', () => {
  const queued: Action = { type: 'message_queued', outgoing: outgoing('x1') };
  const acked: Action = { type: 'message_acked', roomId: 7, id: 'x1', message: { id: 9, seq: 4, changeSeq: 4, at: NOON } };
  const { sends, outgoing: unsent } = after(signedIn, queued, acked).timelines[7]!;
  assert.deepEqual([sends, unsent.length], [1, 0]);
});
