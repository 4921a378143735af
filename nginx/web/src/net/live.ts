import { backoff } from '../model/connection/backoff.ts';
import { afterClose, reasonOf } from '../model/connection/closing.ts';
import type { ConnectionStatus } from '../model/connection/types.ts';
import { parseFrames, type ClientFrame, type ServerFrame } from './frames.ts';
import { Problem } from './problem.ts';
import type { Tokens } from './tokens.ts';

/**
 * From opening the socket to being authenticated. As long as ten thousand clients take to come back to one instance:
 * with half of it those behind the first few thousand gave up in the queue and began anew behind it.
 */
const HANDSHAKE_MS = 20_000;
const HEARTBEAT_MS = 25_000;
/** By preference: in a batch, frames that wait together come together. A server that does not know it takes the other. */
const SUBPROTOCOLS = ['parley.v1.batch', 'parley.v1'];
/** A connection that held this long was a good one: the next trouble starts counting anew. */
const STEADY_MS = 10_000;

export interface LiveListener {
  onStatus(status: ConnectionStatus): void;
  onFrame(frame: ServerFrame): void;
  /** The server will not have this session any more. */
  onEnd(reason: string): void;
}

/**
 * Keeps one authenticated socket: connects, authenticates, pings, and after an accident connects again with
 * growing random pauses until `stop`. Frames are handed over only between authentication and loss, in order.
 */
export class LiveConnection {
  #socket: WebSocket | undefined;
  #status: ConnectionStatus = 'offline';
  #running = false;
  #attempt = 0;
  #renewNext = false;
  #renewed = false;
  /** Counts connects, so that one overtaken while it waited for a token goes no further. */
  #turn = 0;
  #liveSince = 0;
  #heardSincePing = true;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #move: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;
  #heartbeat: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly url: string, private readonly tokens: Tokens, private readonly listener: LiveListener) {}

  start(): void {
    this.#running = true;
    this.#attempt = 0;
    void this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#turn++;
    clearTimeout(this.#pause);
    this.#drop();
  }

  /** Does not wait out the pause; for "try now" and for a network that came back. */
  retryNow(): void {
    if (this.#running && this.#status === 'offline') {
      void this.#connect();
    }
  }

  /** False when there is no authenticated socket: nothing was sent. */
  send(frame: ClientFrame): boolean {
    if (this.#status !== 'live' || this.#socket?.readyState !== WebSocket.OPEN) {
      return false;
    }
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#pause);
    const turn = ++this.#turn;
    this.#become('connecting');
    try {
      const token = this.#renewNext ? await this.tokens.renew() : await this.tokens.current();
      if (turn === this.#turn) {
        this.#renewNext = false;
        this.#open(token);
      }
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      if (error instanceof Problem && error.status === 401) {
        this.#end('Your session is over. Sign in again to go on.');
      } else {
        this.#waitAndRetry();
      }
    }
  }

  #open(token: string): void {
    const socket = new WebSocket(this.url, SUBPROTOCOLS);
    this.#socket = socket;
    this.#deadline = setTimeout(() => this.#lost(socket, 0), HANDSHAKE_MS);
    socket.onopen = () => socket.send(JSON.stringify({ type: 'auth', token } satisfies ClientFrame));
    socket.onmessage = (event) => this.#received(socket, String(event.data));
    socket.onclose = (event) => this.#lost(socket, event.code);
  }

  #received(socket: WebSocket, text: string): void {
    this.#heardSincePing = true;
    parseFrames(text).forEach((frame) => this.#handle(socket, frame));
  }

  #handle(socket: WebSocket, frame: ServerFrame): void {
    if (socket !== this.#socket) {
      return;
    }
    if (this.#status !== 'live') {
      if (frame.type === 'success') {
        this.#authenticated(socket, frame.heartbeat_ms ?? HEARTBEAT_MS);
      } else if (frame.type === 'error' && frame.retry_after_ms !== undefined) {
        this.#lost(socket, 0); // the token cannot be checked right now; nothing follows
      }
      // Any other error is followed by a close code, which says what to do.
      return;
    }
    if (frame.type === 'reconnect') {
      clearTimeout(this.#move);
      this.#move = setTimeout(() => this.#goElsewhere(socket), frame.after_ms);
    } else {
      this.listener.onFrame(frame);
    }
  }

  /** This instance ends, others do not: there is nothing to wait for. */
  #goElsewhere(socket: WebSocket): void {
    if (socket === this.#socket) {
      this.#drop();
      this.#attempt = 0;
      void this.#connect();
    }
  }

  #authenticated(socket: WebSocket, heartbeatMs: number): void {
    clearTimeout(this.#deadline);
    this.#renewed = false;
    this.#liveSince = Date.now();
    this.#heardSincePing = true;
    this.#heartbeat = setInterval(() => this.#beat(socket), heartbeatMs);
    this.#become('live');
  }

  /** A network that vanished closes nothing: silence for a whole beat after a ping counts as a loss. */
  #beat(socket: WebSocket): void {
    if (!this.#heardSincePing) {
      this.#lost(socket, 0);
      return;
    }
    this.#heardSincePing = false;
    this.send({ type: 'ping' });
  }

  #lost(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) {
      return;
    }
    const steady = this.#status === 'live' && Date.now() - this.#liveSince >= STEADY_MS;
    this.#drop();
    if (steady) {
      this.#attempt = 0;
    }
    const next = afterClose(code);
    if (next === 'stop') {
      this.#end(reasonOf(code));
    } else if (next === 'renew_token' && this.#renewed) {
      this.#end('Your session is over. Sign in again to go on.');
    } else if (next === 'renew_token') {
      this.#renewNext = true;
      this.#renewed = true;
      void this.#connect();
    } else {
      this.#waitAndRetry();
    }
  }

  #waitAndRetry(): void {
    this.#become('offline');
    this.#pause = setTimeout(() => void this.#connect(), backoff(this.#attempt++));
  }

  #end(reason: string): void {
    this.stop();
    this.#become('offline');
    this.listener.onEnd(reason);
  }

  #drop(): void {
    clearTimeout(this.#deadline);
    clearInterval(this.#heartbeat);
    clearTimeout(this.#move);
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#status = 'offline';
  }

  #become(status: ConnectionStatus): void {
    this.#status = status;
    this.listener.onStatus(status);
  }
}
