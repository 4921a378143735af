import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFrames } from '../src/net/frames.ts';
import { problemOf } from '../src/net/problem.ts';
import { toMessage } from '../src/net/wire.ts';

test('frames of unknown type and broken text are ignored', () => {
  for (const text of ['{"type":"confetti"}', '{"type":7}', 'null', '[]', '{', '']) {
    assert.deepEqual(parseFrames(text), []);
  }
});

test('a live frame and a page of history give the same message', () => {
  const common = { message_id: 5, room_id: 7, seq: 3, change_seq: 3, user_id: 2, username: 'bo', content: 'hi', client_msg_id: 'x' };
  const live = toMessage({ ...common, created_at: 1_795_435_200, created_at_ms: 1_795_435_200_123 });
  const page = toMessage({ ...common, created_at: '2026-11-23T12:00:00.123Z' });
  assert.deepEqual(live, page);
});

test('later states look the same live and in a page', () => {
  const common = { message_id: 5, room_id: 7, seq: 3, change_seq: 9, user_id: 2, username: 'bo', content: 'hi', reactions: [{ emoji: '👍', count: 1, user_ids: [4] }] };
  const live = toMessage({ ...common, created_at: 1_795_435_200, edited_at_ms: 1_795_435_260_000, deleted_at_ms: 1_795_435_270_000 });
  const page = toMessage({ ...common, created_at: '2026-11-23T12:00:00Z', edited_at: '2026-11-23T12:01:00Z', deleted_at: '2026-11-23T12:01:10Z' });
  assert.deepEqual(live, page);
  assert.deepEqual([page.changeSeq, page.editedAt, page.reactions], [9, 1_795_435_260_000, [{ emoji: '👍', count: 1, userIds: [4] }]]);
});

test('one text may hold several frames, a line each', () => {
  const text = '{"type":"pong","heads":{}}\n{"type":"confetti"}\n{"type":"resumed","room_id":7,"head":3}';
  assert.deepEqual(parseFrames(text).map(({ type }) => type), ['pong', 'resumed']);
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
