import type { Pause } from '../../model/connection/actions.ts';
import { afterClose, endOf } from '../../model/connection/closing.ts';
import type { ConnectionStatus, End } from '../../model/connection/types.ts';
import { parseFrames, type ClientFrame, type ServerFrame } from '../frames.ts';
import { Heart } from './heart.ts';
import { Patience } from './patience.ts';
import { Problem } from '../problem.ts';
import type { Tokens } from '../tokens.ts';

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
/** Not a close code: nothing was heard. */
const UNHEARD = 0;

export interface LiveListener {
  /** While offline, with the pause before the next try. */
  onStatus(status: ConnectionStatus, pause?: Pause): void;
  onFrame(frame: ServerFrame): void;
  /** The server will not have this session any more. */
  onEnd(end: End): void;
}

/**
 * Keeps one authenticated socket: connects, authenticates, pings, and after an accident connects again with
 * growing random pauses until `stop`, however long that takes, but never before the server asked to be tried. The token
 * is renewed on the open socket. Frames are handed over only between authentication and loss, in order.
 */
export class LiveConnection {
  #socket: WebSocket | undefined;
  #status: ConnectionStatus = 'offline';
  #running = false;
  #renewNext = false;
  #renewed = false;
  /** Counts connects, so that one overtaken while it waited for a token goes no further. */
  #turn = 0;
  #liveSince = 0;
  readonly #patience = new Patience(() => void this.#connect());
  readonly #heart = new Heart(() => this.send({ type: 'ping' }), () => this.#goElsewhere(this.#socket));
  #move: ReturnType<typeof setTimeout> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly url: string, private readonly tokens: Tokens, private readonly listener: LiveListener) {}

  start(): void {
    this.#running = true;
    this.#patience.reset();
    void this.#connect();
  }

  stop(): void {
    this.#running = false;
    this.#turn++;
    this.#patience.stop();
    this.#drop();
  }

  /** Does not wait out the pause, unless the server asked for it. */
  retryNow(): void {
    if (this.#running && this.#status === 'offline' && this.#patience.mayHurry) {
      void this.#connect();
    }
  }

  /** Something happened after which an open socket may be a dead one: the network changed, the computer woke up. */
  probe(): void {
    if (this.#status === 'live') {
      this.#heart.probe();
    } else {
      this.retryNow();
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
    this.#patience.stop();
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
        this.#end('over');
      } else {
        this.#become('offline', this.#patience.afterProblem(error));
      }
    }
  }

  #open(token: string): void {
    const socket = new WebSocket(this.url, SUBPROTOCOLS);
    this.#socket = socket;
    this.#deadline = setTimeout(() => this.#lost(socket, UNHEARD), HANDSHAKE_MS);
    socket.onopen = () => authenticate(socket, token);
    socket.onmessage = (event) => this.#received(socket, String(event.data));
    socket.onclose = (event) => this.#lost(socket, event.code);
  }

  #received(socket: WebSocket, text: string): void {
    if (socket === this.#socket) {
      this.#heart.heard();
    }
    parseFrames(text).forEach((frame) => this.#handle(socket, frame));
  }

  #handle(socket: WebSocket, frame: ServerFrame): void {
    if (socket !== this.#socket) {
      return;
    }
    if (frame.type === 'error' && frame.retry_after_ms !== undefined) {
      this.#patience.heard(frame.retry_after_ms);
    }
    if (this.#status !== 'live') {
      if (frame.type === 'success') {
        this.#authenticated(frame.heartbeat_ms ?? HEARTBEAT_MS);
      } else if (frame.type === 'error' && frame.retry_after_ms !== undefined) {
        // Not now, says the server: too many sockets, or the token cannot be checked.
        this.#lost(socket, frame.code === 'rate_limited' || frame.code === 'busy' ? 4029 : 1013);
      }
      // Any other error is followed by a close code, which says what to do.
      return;
    }
    if (frame.type === 'reconnect') {
      clearTimeout(this.#move);
      this.#move = setTimeout(() => this.#goElsewhere(socket), frame.after_ms);
    } else if (frame.type === 'token_expiring') {
      void this.#renew(socket);
    } else {
      this.listener.onFrame(frame);
    }
  }

  /** The socket goes on under another token. A renewal that fails for now is made up for by whoever needs a token next. */
  async #renew(socket: WebSocket): Promise<void> {
    try {
      const token = await this.tokens.renew();
      if (socket === this.#socket && socket.readyState === WebSocket.OPEN) {
        authenticate(socket, token);
      }
    } catch (error) {
      if (socket === this.#socket && error instanceof Problem && error.status === 401) {
        this.#end('over');
      }
    }
  }

  /** This instance ends, others do not, or it fell silent: there is nothing to wait for. */
  #goElsewhere(socket: WebSocket | undefined): void {
    if (socket && socket === this.#socket) {
      this.#drop();
      this.#patience.reset();
      void this.#connect();
    }
  }

  #authenticated(heartbeatMs: number): void {
    clearTimeout(this.#deadline);
    this.#renewed = false;
    this.#liveSince = Date.now();
    this.#become('live');
    this.#heart.start(heartbeatMs);
  }

  #lost(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) {
      return;
    }
    const steady = this.#status === 'live' && Date.now() - this.#liveSince >= STEADY_MS;
    this.#drop();
    if (steady) {
      this.#patience.reset();
    }
    const next = afterClose(code);
    if (next === 'stop') {
      this.#end(endOf(code));
    } else if (next === 'renew_token' && this.#renewed) {
      this.#end('over');
    } else if (next === 'renew_token') {
      this.#renewNext = true;
      this.#renewed = true;
      void this.#connect();
    } else {
      this.#become('offline', this.#patience.afterClose(code));
    }
  }

  #end(end: End): void {
    this.stop();
    this.#become('offline');
    this.listener.onEnd(end);
  }

  #drop(): void {
    clearTimeout(this.#deadline);
    clearTimeout(this.#move);
    this.#heart.stop();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#status = 'offline';
  }

  #become(status: ConnectionStatus, pause?: Pause): void {
    this.#status = status;
    this.listener.onStatus(status, pause);
  }
}

function authenticate(socket: WebSocket, token: string): void {
  socket.send(JSON.stringify({ type: 'auth', token, renew: true } satisfies ClientFrame));
}
