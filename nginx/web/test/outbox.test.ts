import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { interruptedTasks, isFull, nextTask } from '../src/model/writing/tasks.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import { changeOf, outgoing, room7 } from './samples.ts';

const queue = (id: string): Action => ({ type: 'message_queued', outgoing: outgoing(id) });
const to = (type: 'task_sent' | 'task_due', id: string): Action => ({ type, roomId: 7, id });
const next = (...actions: Action[]) => nextTask(room7(...actions).outgoing)?.id;

test('one at a time, in order', () => {
  assert.equal(next(queue('a'), queue('b')), 'a');
  assert.equal(next(queue('a'), queue('b'), to('task_sent', 'a')), undefined);
  const acked: Action = { type: 'message_acked', roomId: 7, id: 'a', message: { id: 9, seq: 1, changeSeq: 1, at: 0 } };
  assert.equal(next(queue('a'), queue('b'), to('task_sent', 'a'), acked), 'b');
});

test('one refused for now holds up the others until it is tried again under its id', () => {
  const delayed: Action = { type: 'task_delayed', roomId: 7, id: 'a', reason: 'Messages cannot be stored right now.', afterMs: 500 };
  assert.equal(next(queue('a'), queue('b'), to('task_sent', 'a'), delayed), undefined);
  assert.equal(next(queue('a'), queue('b'), to('task_sent', 'a'), delayed, to('task_due', 'a')), 'a');
});

test('one refused for good lets the others pass, and a retry comes before them', () => {
  const failed: Action = { type: 'task_failed', roomId: 7, id: 'a', reason: 'too long' };
  assert.equal(next(queue('a'), queue('b'), failed), 'b');
  assert.equal(next(queue('a'), queue('b'), failed, { type: 'retry', roomId: 7, id: 'a' }), 'a');
  assert.equal(next(queue('a'), failed, { type: 'discard', roomId: 7, id: 'a' }), undefined);
});

test('what was under way when the connection broke is sent again, what was refused is not', () => {
  const tasks = [outgoing('a', { phase: 'failed' }), outgoing('b', { phase: 'sent' }), outgoing('c', { phase: 'waiting' }), outgoing('d')];
  assert.deepEqual(interruptedTasks(tasks).map(({ phase }) => phase), ['failed', 'queued', 'queued', 'queued']);
  assert.equal(next(queue('a'), to('task_sent', 'a'), { type: 'connection_changed', status: 'offline' }), 'a');
});

test('a new change of a message takes the place of one that was refused', () => {
  const first = changeOf('a', 3, { kind: 'edit', content: 'x' });
  const { changes } = room7({ type: 'change_queued', change: first }, { type: 'task_failed', roomId: 7, id: 'a', reason: 'no' },
    { type: 'change_queued', change: changeOf('b', 3, { kind: 'remove' }) });
  assert.deepEqual(changes.map(({ id }) => id), ['b']);
});

test('is full at a hundred, over all rooms', () => {
  const many = (count: number) => ({ ...emptyTimeline, outgoing: Array.from({ length: count }, (_, i) => outgoing(`${i}`)) });
  assert.deepEqual([isFull({ 7: many(60), 8: many(39) }), isFull({ 7: many(60), 8: many(40) })], [false, true]);
});

test('what was refused does not fill it', () => {
  const refused = Array.from({ length: 200 }, (_, i) => outgoing(`${i}`, { phase: 'failed' }));
  assert.equal(isFull({ 7: { ...emptyTimeline, outgoing: refused } }), false);
});
