import assert from 'node:assert/strict';
import { test } from 'node:test';
import { authenticated, connection, FakeSocket, next, turn } from './fake-socket.ts';

test('an instance that ends sends the client elsewhere, at its own moment and without a pause', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { live, statuses, frames } = connection();
  const first = await authenticated(live);
  first.says({ type: 'reconnect', after_ms: 700 });
  context.mock.timers.tick(699);
  assert.equal(live.send({ type: 'ping' }), true, 'everything goes on until then');
  first.says({ type: 'pong', heads: {} });
  assert.deepEqual(frames, [{ type: 'pong', heads: {} }]);

  context.mock.timers.tick(1);
  assert.equal(first.closed, true);
  await next(1);
  assert.deepEqual(statuses, ['connecting', 'live', 'connecting', 'live']);
  live.stop();
});

test('a socket that is lost before its moment comes back as any other', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { live, statuses } = connection();
  const first = await authenticated(live);
  first.says({ type: 'reconnect', after_ms: 700 });
  first.onclose?.({ code: 1006 });
  assert.equal(statuses.at(-1), 'offline');
  context.mock.timers.tick(1_000);
  await next(1);
  context.mock.timers.tick(700);
  await turn();
  assert.equal(FakeSocket.opened.length, 2, 'what the old one was told is forgotten');
  live.stop();
});

test('a token that cannot be checked right now is shown again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { live, statuses } = connection();
  live.start();
  await turn();
  FakeSocket.opened[0]?.onopen?.();
  FakeSocket.opened[0]?.says({ type: 'error', message: 'Authentication failed', code: 'unavailable', retry_after_ms: 500 });
  assert.equal(FakeSocket.opened[0]?.closed, true);
  context.mock.timers.tick(1_500);
  await next(1);
  assert.equal(statuses.at(-1), 'live');
  live.stop();
});
