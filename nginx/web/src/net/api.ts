import type { Box } from '../model/box.ts';
import type { HistoryPage } from '../model/timeline/pages.ts';
import type { Message } from '../model/timeline/types.ts';
import type { Account } from '../model/session/types.ts';
import type { Room, RoomKind } from '../model/rooms/types.ts';
import { Leaving } from './leaving.ts';
import { Me } from './me.ts';
import { asProblem, Problem, problemOf, sentenceOf, unreachable } from './problem.ts';
import { RoomsApi } from './rooms.ts';
import { Tokens } from './tokens.ts';
import {
  parameters, toAccount, toMessage, toPage, toRoom,
  type Page, type WireMessage, type WireMessages, type WireRoom, type WireRooms, type WireSession, type Where,
} from './wire.ts';

/** A request nobody answers must end, or a form stays busy for ever. */
const TIMEOUT_MS = 15_000;
/** A copy of everything somebody wrote may be long. */
const DOWNLOAD_MS = 300_000;
const PAGE = 50;
const LOGOUT = '/users/logout';

/** The REST interface of both services. Every method throws a Problem, never anything else. */
export class Api {
  readonly tokens = new Tokens(() => this.#refresh());
  readonly #leaving: Leaving;
  #account: Account | undefined;
  readonly me = new Me({
    call: (method, path, body) => this.#call(method, path, body),
    fetch: (path) => this.#withToken((token) => this.#fetch('GET', path, undefined, token, DOWNLOAD_MS)),
    opened: (session) => this.#opened(session),
  });
  readonly rooms = new RoomsApi({ call: (method, path, body) => this.#call(method, path, body) });

  /** Without a box a sign-out the server has not heard of is forgotten with the page. */
  constructor(box?: Box) {
    this.#leaving = new Leaving((token) => this.#send('POST', LOGOUT, {}, token), box);
  }

  async register(username: string, email: string, password: string): Promise<Account> {
    await this.#leaving.over();
    return this.#opened(await this.#send<WireSession>('POST', '/users/register', { username, email, password }));
  }

  async login(login: string, password: string): Promise<Account> {
    await this.#leaving.over();
    const who = login.includes('@') ? 'email' : 'username';
    try {
      return this.#opened(await this.#send<WireSession>('POST', '/users/login', { [who]: login, password }));
    } catch (error) {
      throw asProblem(error).renamed(who, 'login');
    }
  }

  /** Opens a session from the refresh cookie, if there is one that still counts. One that somebody wanted to end is ended instead. */
  async resume(): Promise<Account> {
    if (this.#leaving.isOwed) {
      await this.#leaving.makeUp();
      throw new Problem(401, 'signed_out', '');
    }
    await this.tokens.renew();
    return this.#account!;
  }

  /** Forgets the session at once; the server hears of it as soon as it can be reached. */
  logout(): void {
    this.#leaving.begin(this.tokens.last, this.tokens.rested());
    this.forget();
  }

  forget(): void {
    this.tokens.forget();
    this.#account = undefined;
  }

  async myRooms(): Promise<readonly Room[]> {
    const rooms: Room[] = [];
    let page: WireRooms;
    do {
      page = await this.#call<WireRooms>('GET', `/users/me/rooms?${parameters({ after: rooms.at(-1)?.id, limit: 100 })}`);
      rooms.push(...page.rooms.map(toRoom));
    } while (page.has_more && page.rooms.length > 0);
    return rooms;
  }

  async directory(query: string, after?: number): Promise<Page<Room>> {
    const found = await this.#call<WireRooms>('GET', `/rooms?${parameters({ query, after, limit: PAGE })}`);
    return { items: found.rooms.map(toRoom), hasMore: found.has_more };
  }

  async createRoom(name: string, description: string, type: RoomKind): Promise<Room> {
    return toRoom(await this.#call<WireRoom>('POST', '/rooms', { name, description, type }));
  }

  async room(roomId: number): Promise<Room> {
    return toRoom(await this.#call<WireRoom>('GET', `/rooms/${roomId}`));
  }

  async joinRoom(roomId: number): Promise<Room> {
    return toRoom((await this.#call<{ room: WireRoom }>('POST', `/rooms/${roomId}/join`)).room);
  }

  async leaveRoom(roomId: number): Promise<void> {
    await this.#call('POST', `/rooms/${roomId}/leave`);
  }

  /** The newest messages, or those beside, around or from the time of what is named. */
  async messages(roomId: number, where: Where = {}): Promise<HistoryPage> {
    const page = await this.#call<WireMessages>('GET', `/rooms/${roomId}/messages?${parameters({ ...where, limit: PAGE })}`);
    return toPage(page, where, PAGE);
  }

  async message(roomId: number, seq: number): Promise<Message> {
    return toMessage(await this.#call<WireMessage>('GET', `/rooms/${roomId}/messages/${seq}`));
  }

  #opened(session: WireSession): Account {
    this.#leaving.forget(); // the cookie of whoever left is no more
    this.tokens.keep(session);
    return (this.#account = toAccount(session.user));
  }

  async #refresh(): Promise<WireSession> {
    const before = this.#account;
    const session = await this.#send<WireSession>('POST', '/users/refresh', {});
    if (before && before.id !== session.user.id) {
      // Another tab signed in as somebody else; this page must not go on under the wrong name.
      throw new Problem(401, 'another_account', sentenceOf('another_account') ?? '');
    }
    if (this.#account?.id === before?.id) {
      this.#account = toAccount(session.user);
    }
    return session;
  }

  #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return this.#withToken((token) => this.#send<T>(method, path, body, token));
  }

  /** With the access token; one that ran out or was refused is renewed once. An answer for somebody who has left is none. */
  async #withToken<T>(work: (token: string) => Promise<T>): Promise<T> {
    const asking = this.#account?.id;
    const answer = await work(await this.tokens.current()).catch(async (error: unknown) => {
      if (error instanceof Problem && error.code === 'unauthorized' && this.#account?.id === asking) {
        return work(await this.tokens.renew());
      }
      throw error;
    });
    if (this.#account?.id !== asking) {
      throw unreachable();
    }
    return answer;
  }

  async #send<T>(method: string, path: string, body?: unknown, token?: string): Promise<T> {
    const response = await this.#fetch(method, path, body, token, TIMEOUT_MS);
    try {
      return await response.json() as T;
    } catch {
      throw unreachable();
    }
  }

  async #fetch(method: string, path: string, body: unknown, token: string | undefined, timeoutMs: number): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json' });
    if (body !== undefined) {
      headers.set('Content-Type', 'application/json');
    }
    if (token) {
      headers.set('Authorization', `Bearer ${token}`);
    }
    let response: Response;
    try {
      response = await fetch(`/api/v1${path}`, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        keepalive: path === LOGOUT, // one signs out and closes the page
      });
    } catch {
      throw unreachable();
    }
    if (!response.ok) {
      throw await problemOf(response);
    }
    return response;
  }
}
