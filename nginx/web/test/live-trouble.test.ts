import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/net/problem.ts';
import { authenticated, connection, FakeSocket, next, turn } from './fake-socket.ts';

const CLOCK = { apis: ['setTimeout', 'setInterval', 'Date'] } as { apis: ('setTimeout' | 'setInterval' | 'Date')[] };
const last = () => FakeSocket.opened.at(-1)!;

test('a doubt about an open socket is settled by a ping: an answer keeps it', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, statuses } = connection();
  const socket = await authenticated(live);
  live.probe();
  live.probe();
  assert.deepEqual(socket.heard, ['auth', 'ping'], 'once, however often there is a reason to doubt');
  socket.says({ type: 'pong', heads: {} });
  context.mock.timers.tick(4_000);
  assert.deepEqual([socket.closed, statuses.at(-1)], [false, 'live']);
  live.stop();
});

test('silence after that ping leads to another socket at once, without a pause', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, statuses } = connection();
  const socket = await authenticated(live);
  live.probe();
  context.mock.timers.tick(3_999);
  assert.equal(socket.closed, false);
  context.mock.timers.tick(1);
  await next(1);
  assert.deepEqual([socket.closed, statuses], [true, ['connecting', 'live', 'connecting', 'live']]);
  live.stop();
});

test('a network that came back is tried at once', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, pauses } = connection();
  (await authenticated(live)).onclose?.({ code: 1006 });
  assert.equal(pauses[0]?.cause, 'lost');
  live.probe();
  await next(1);
  live.stop();
});

test('it never gives up, and never waits longer than half a minute', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, pauses } = connection();
  live.start();
  for (let i = 0; i < 40; i++) {
    await turn();
    last().onclose?.({ code: 1006 });
    context.mock.timers.tick(30_000);
  }
  assert.equal(pauses.length, 40);
  assert.equal(FakeSocket.opened.length, 40);
  live.stop();
});

test('after 4029 nobody tries before the server said, not even on wish', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, pauses } = connection();
  const socket = await authenticated(live);
  socket.says({ type: 'error', message: 'Too many refused frames', code: 'rate_limited', retry_after_ms: 20_000 });
  socket.onclose?.({ code: 4029 });
  assert.deepEqual([pauses[0]?.cause, pauses[0]?.held], ['busy', true]);
  live.probe();
  live.retryNow();
  context.mock.timers.tick(19_999);
  live.retryNow();
  await turn();
  assert.equal(FakeSocket.opened.length, 1);
  context.mock.timers.tick(1_001);
  await next(1);
  live.stop();
});

test('one socket too many is told while it opens, and waits as long', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, pauses } = connection();
  live.start();
  await turn();
  last().onopen?.();
  last().says({ type: 'error', message: 'Too many sockets', code: 'rate_limited', retry_after_ms: 9_000 });
  last().onclose?.({ code: 4029 });
  assert.deepEqual(pauses.map(({ cause, held }) => [cause, held]), [['busy', true]]);
  context.mock.timers.tick(9_000);
  await turn();
  assert.equal(FakeSocket.opened.length, 1, 'and a little longer, as not all are to come at once');
  context.mock.timers.tick(1_000);
  await next(1);
  live.stop();
});

test('what was refused long ago holds nobody up after an accident', async (context) => {
  context.mock.timers.enable(CLOCK);
  const { live, pauses } = connection();
  const socket = await authenticated(live);
  socket.says({ type: 'error', message: 'Slower', code: 'rate_limited', room_id: 7, retry_after_ms: 60_000 });
  socket.onclose?.({ code: 1006 });
  assert.equal(pauses[0]?.held, false);
  live.stop();
});

test('a token that is refused for now is asked for when the server said', async (context) => {
  context.mock.timers.enable(CLOCK);
  let tries = 0;
  const { live, pauses } = connection(async () => {
    tries++;
    throw new Problem(429, 'rate_limited', 'Slower', {}, 5_000);
  });
  (await authenticated(live)).onclose?.({ code: 4401 });
  await turn();
  assert.deepEqual([tries, pauses[0]?.cause, pauses[0]?.held], [1, 'busy', true]);
  context.mock.timers.tick(5_000);
  await turn();
  assert.equal(tries, 1);
  context.mock.timers.tick(1_000);
  await turn();
  assert.equal(tries, 2);
  live.stop();
});

test('a token that runs out is renewed on the open socket', async () => {
  const { live, statuses, frames } = connection();
  const socket = await authenticated(live);
  socket.says({ type: 'token_expiring', expires_at: 1_795_429_000 });
  await turn();
  assert.deepEqual(JSON.parse(socket.sent.at(-1)!), { type: 'auth', token: 'another', renew: true });
  assert.deepEqual([FakeSocket.opened.length, statuses, frames], [1, ['connecting', 'live'], []]);
  live.stop();
});

test('a token that cannot be renewed now leaves the socket as it is; a session that is over ends', async () => {
  const refusals = [new Problem(503, 'unavailable', 'Not now'), new Problem(401, 'invalid_refresh_token', 'Over')];
  const { live, statuses } = connection(async () => {
    throw refusals.shift();
  });
  const socket = await authenticated(live);
  socket.says({ type: 'token_expiring', expires_at: 1_795_429_000 });
  await turn();
  assert.equal(statuses.at(-1), 'live');
  socket.says({ type: 'token_expiring', expires_at: 1_795_429_000 });
  await turn();
  assert.equal(statuses.at(-1), 'end: over');
});

test('each close code leads where the protocol says', async () => {
  const outcome = async (code: number) => {
    const { live, statuses, pauses } = connection();
    (await authenticated(live)).onclose?.({ code });
    await turn();
    live.stop();
    return pauses[0]?.cause ?? statuses.at(-1);
  };
  const outcomes: [number, string][] = [
    [1006, 'lost'], [1001, 'restarting'], [1012, 'restarting'], [1011, 'unready'], [1013, 'unready'],
    [4001, 'unready'], [4399, 'unready'], [4008, 'slow'], [4029, 'busy'], [4401, 'connecting'],
    [4500, 'end: refused'], [4501, 'end: ended'], [4503, 'end: banned'], [4999, 'end: refused'],
  ];
  for (const [code, expected] of outcomes) {
    assert.equal(await outcome(code), expected, String(code));
  }
});
