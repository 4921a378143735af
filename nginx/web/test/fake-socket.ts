import assert from 'node:assert/strict';
import type { Pause } from '../src/model/connection/actions.ts';
import type { ServerFrame } from '../src/net/frames.ts';
import { LiveConnection } from '../src/net/socket/live.ts';
import type { Tokens } from '../src/net/tokens.ts';

/** A socket as the browser would open it; the test is the server. */
export class FakeSocket {
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

  /** The types of the frames it was sent. */
  get heard(): string[] {
    return this.sent.map((text) => (JSON.parse(text) as { type: string }).type);
  }

  says(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
}

/** A connection; `renew` is asked for its tokens after the first. */
export function connection(renew: () => Promise<string> = async () => 'another') {
  FakeSocket.opened = [];
  (globalThis as unknown as { WebSocket: unknown }).WebSocket = FakeSocket;
  const statuses: string[] = [];
  const frames: ServerFrame[] = [];
  const pauses: Pause[] = [];
  const tokens = { current: async () => 'a token', renew } as unknown as Tokens;
  const live = new LiveConnection('ws://here/ws', tokens, {
    onStatus: (status, pause) => {
      statuses.push(status);
      pauses.push(...(pause ? [pause] : []));
    },
    onFrame: (frame) => frames.push(frame),
    onEnd: (end) => statuses.push(`end: ${end}`),
  });
  return { live, statuses, frames, pauses };
}

/** The token is there a turn later. */
export const turn = () => new Promise((done) => setImmediate(done));

export async function authenticated(live: LiveConnection): Promise<FakeSocket> {
  live.start();
  return next(0);
}

export async function next(index: number): Promise<FakeSocket> {
  await turn();
  const socket = FakeSocket.opened[index];
  assert(socket, `socket ${index} was opened`);
  socket.onopen?.();
  socket.says({ type: 'success', message: 'Authenticated successfully', heartbeat_ms: 25_000 });
  return socket;
}
