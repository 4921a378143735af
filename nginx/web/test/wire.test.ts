import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrame } from '../src/net/frames.ts';
import { problemOf } from '../src/net/problem.ts';
import { toMessage } from '../src/net/wire.ts';
import { happeningsOf } from '../src/story/live.ts';

test('frames of unknown type and broken text are ignored', () => {
  for (const text of ['{"type":"confetti"}', '{"type":7}', 'null', '[]', '{', '']) {
    assert.equal(parseFrame(text), undefined);
  }
});

test('a live frame and a page of history give the same message', () => {
  const common = { message_id: 5, room_id: 7, seq: 3, user_id: 2, username: 'bo', content: 'hi', client_msg_id: 'x' };
  const live = toMessage({ ...common, created_at: 1_795_435_200, created_at_ms: 1_795_435_200_123 });
  const page = toMessage({ ...common, created_at: '2026-11-23T12:00:00.123Z' });
  assert.deepEqual(live, page);
});

test('my own coming and going is not news', () => {
  const frame = { type: 'user_joined', room_id: 7, user_id: 1, username: 'ada' } as const;
  assert.deepEqual(happeningsOf(frame, 1), []);
  assert.equal(happeningsOf(frame, 2)[0]?.type, 'presence_changed');
});

test('an error that names a message fails that message, without saying so twice', () => {
  const [happening] = happeningsOf({ type: 'error', message: 'Failed to send message: too long', room_id: 7, client_msg_id: 'a' }, 1);
  assert.deepEqual(happening, { type: 'send_failed', roomId: 7, clientMsgId: 'a', reason: 'too long' });
});

test('problems speak about fields, with or without errors[]', async () => {
  const answer = (status: number, body: unknown) => problemOf(new Response(JSON.stringify(body), { status }));
  const invalid = await answer(400, { code: 'validation_failed', detail: 'Two things.', errors: [{ field: 'email', message: 'needs an @' }] });
  assert.deepEqual([invalid.message, invalid.fields], ['Two things.', { email: 'needs an @' }]);
  const taken = await answer(409, { code: 'username_taken', detail: 'Taken.' });
  assert.deepEqual(taken.fields, { username: 'Taken.' });
});

test('an answer that is no problem document still gives a sentence', async () => {
  const problem = await problemOf(new Response('<html>', { status: 502 }));
  assert.equal(problem.isTemporary, true);
  assert(problem.message.length > 10);
});
