import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServerFrame } from '../src/net/frames.ts';
import { LiveConnection } from '../src/net/live.ts';
import type { Tokens } from '../src/net/tokens.ts';

/** A socket as the browser would open it; the test is the server. */
class FakeSocket {
  static readonly OPEN = 1;
  static opened: FakeSocket[] = [];
  readyState = FakeSocket.OPEN;
  closed = false;
  sent: string[] = [];
  onopen: (() => void) | undefined;
  onmessage: ((event: { data: string }) => void) | undefined;
  onclose: ((event: { code: number }) => void) | undefined;

  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

function connection() {
  FakeSocket.opened = [];
  (globalThis as unknown as { WebSocket: unknown }).WebSocket = FakeSocket;
  const statuses: string[] = [];
  const frames: ServerFrame[] = [];
  const tokens = { current: async () => 'a token', renew: async () => 'another' } as unknown as Tokens;
  const live = new LiveConnection('ws://here/ws', tokens, {
    onStatus: (status) => statuses.push(status),
    onFrame: (frame) => frames.push(frame),
    onEnd: (reason) => statuses.push(reason),
  });
  return { live, statuses, frames };
}

/** The token is there a turn later. */
const turn = () => new Promise((done) => setImmediate(done));

async function authenticated(live: LiveConnection): Promise<FakeSocket> {
  live.start();
  return next(0);
}

async function next(index: number): Promise<FakeSocket> {
  await turn();
  const socket = FakeSocket.opened[index];
  assert(socket, `socket ${index} was opened`);
  socket.onopen?.();
  socket.says({ type: 'success', message: 'Authenticated successfully', heartbeat_ms: 25_000 });
  return socket;
}

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
  context.mock.timers.tick(1_000);
  await next(1);
  assert.equal(statuses.at(-1), 'live');
  live.stop();
});
