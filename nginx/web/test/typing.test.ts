import assert from 'node:assert/strict';
import { test } from 'node:test';
import { typingStory } from '../src/story/room/typing.ts';
import { page } from './fake-world.ts';
import { after, message, room, signedIn } from './samples.ts';

const heard = { type: 'typing_heard', roomId: 7, userId: 2, username: 'bo' } as const;
const known = { type: 'room_known', room: room(7, { muted: false }) } as const;
const entered = { type: 'room_entered', roomId: 7, head: 5, epoch: 'e' } as const;
const draft = (text: string) => ({ type: 'keep_draft', roomId: 7, draft: text }) as const;

test('a room is told that I write, no more often than the server passes it on', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, sent } = page({}, typingStory);
  await act(signedIn, known, entered, draft('h'), draft('he'), draft('hel'));
  assert.deepEqual(sent, [{ type: 'typing', room_id: 7 }]);
  context.mock.timers.tick(3_099);
  await act(draft('hell'));
  assert.equal(sent.length, 1);
  context.mock.timers.tick(1);
  await act(draft('hello'));
  assert.equal(sent.length, 2);
  await act({ type: 'session_closed' });
});

test('nothing is said of a draft that is emptied', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, sent } = page({}, typingStory);
  await act(signedIn, entered, draft(''));
  assert.deepEqual(sent, []);
});

test('nothing is said in a room the socket is not in: it would be refused, and the room put off', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, sent } = page({}, typingStory);
  await act(signedIn, known, draft('h'), entered, { type: 'connection_changed', status: 'offline' }, { type: 'connection_changed', status: 'live' }, draft('he'));
  assert.deepEqual(sent, []);
  await act({ type: 'resume_asked', roomId: 7 }, entered, draft('hel'));
  assert.deepEqual(sent, [{ type: 'typing', room_id: 7 }]);
  await act({ type: 'session_closed' });
});

test('a message makes the next word no sooner told: the server would not pass it on, and the one after it late', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, sent } = page({}, typingStory);
  await act(signedIn, known, entered, draft('h'));
  context.mock.timers.tick(1_000);
  await act({ type: 'send', roomId: 7, content: 'h' }, draft('a'));
  assert.equal(sent.length, 1);
  context.mock.timers.tick(2_100);
  await act(draft('an'));
  assert.equal(sent.length, 2);
  await act({ type: 'session_closed' });
});

test('who is not heard of for six seconds writes no more; who is heard again goes on', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, state } = page({}, typingStory);
  await act(signedIn, heard);
  context.mock.timers.tick(4_000);
  await act(heard);
  context.mock.timers.tick(5_999);
  assert.deepEqual(state().typing[7], [{ userId: 2, username: 'bo' }]);
  context.mock.timers.tick(1);
  assert.deepEqual(state().typing[7], []);
});

test('their message, their leaving and a lost connection end it', () => {
  assert.deepEqual(after(heard, { type: 'message_arrived', message: message(1) }).typing[7], []);
  assert.deepEqual(after(heard, { type: 'presence_changed', roomId: 7, userId: 2, username: 'bo', came: false }).typing[7], []);
  assert.deepEqual(after(heard, { type: 'connection_changed', status: 'offline' }).typing, {});
  assert.equal(after(heard, { type: 'message_arrived', message: message(1, { userId: 3 }) }).typing[7]?.length, 1);
});
