import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Api } from '../src/net/api.ts';
import { asProblem } from '../src/net/problem.ts';

const SESSION = 'POST /users/refresh';
const session = (id: number) => ({ user: { id, username: `person ${id}` }, token: `token ${id}`, expires_in: 900 });
const turn = () => new Promise((done) => setImmediate(done));
/** The status of what an answer failed with. */
const failure = (answer: Promise<unknown>) => answer.then(() => undefined, (error: unknown) => asProblem(error).status);

interface Asked { readonly what: string; readonly token: string | undefined; readonly answer: (body: object, status?: number) => void; readonly fail: () => void }

/** A server that is the test: what it was asked waits for an answer. */
function server(): Asked[] {
  const asked: Asked[] = [];
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true }); // a browser without locks
  (globalThis as { fetch: unknown }).fetch = (url: string, { method, headers }: { method: string; headers: Headers }) =>
    new Promise((resolve, reject) => asked.push({
      what: `${method} ${url.replace('/api/v1', '')}`,
      token: headers.get('Authorization') ?? undefined,
      answer: (body, status = 200) => resolve(new Response(JSON.stringify(body), { status })),
      fail: () => reject(new TypeError('no network')),
    }));
  return asked;
}

/** As localStorage, shared by the pages of a browser. */
function box() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

async function signedIn(asked: Asked[], api: Api, id: number): Promise<void> {
  const opening = api.login(`person ${id}`, 'a pass phrase');
  await turn();
  asked.at(-1)!.answer(session(id));
  await opening;
}

const whats = (asked: readonly Asked[]) => asked.map(({ what }) => what);

test('a sign-out nobody heard of is made up for by the next page, which opens no session', async () => {
  const asked = server();
  const browser = box();
  const api = new Api(browser);
  await signedIn(asked, api, 1);
  api.logout();
  await turn();
  asked.at(-1)!.fail();
  await turn();

  const next = new Api(browser);
  const resumed = failure(next.resume());
  await turn();
  asked.at(-1)!.fail();
  assert.equal(await resumed, 0, 'while there is no network nothing is opened either');
  const again = failure(next.resume());
  await turn();
  asked.at(-1)!.answer({ success: true });
  assert.equal(await again, 401);
  assert.deepEqual(whats(asked).slice(1), Array(3).fill('POST /users/logout'));

  const later = new Api(browser).resume();
  await turn();
  assert.equal(asked.at(-1)?.what, SESSION, 'it is made up for once');
  asked.at(-1)!.answer({}, 401);
  assert.equal(await failure(later), 401);
});

test('whoever signs in after such a sign-out is not signed out by it', async () => {
  const asked = server();
  const browser = box();
  const api = new Api(browser);
  await signedIn(asked, api, 1);
  api.logout();
  await turn();
  asked.at(-1)!.fail();
  await signedIn(asked, api, 2);
  const resumed = new Api(browser).resume();
  await turn();
  asked.at(-1)!.answer(session(2));
  assert.equal((await resumed).id, 2);
});

test('a token that ran out does not keep the cookie alive', async () => {
  const asked = server();
  const api = new Api(box());
  await signedIn(asked, api, 1);
  api.logout();
  await turn();
  asked.at(-1)!.answer({ code: 'unauthorized' }, 401);
  await turn();
  await turn();
  assert.deepEqual(asked.slice(1).map(({ what, token }) => [what, token]), [['POST /users/logout', 'Bearer token 1'], ['POST /users/logout', undefined]]);
  asked.at(-1)!.answer({ success: true });
});

test('an answer for somebody who has left is none', async () => {
  const asked = server();
  const api = new Api();
  await signedIn(asked, api, 1);
  const rooms = failure(api.myRooms());
  await turn();
  const late = asked.at(-1)!;
  api.logout();
  await turn();
  asked.at(-1)!.answer({ success: true });
  await signedIn(asked, api, 2);
  late.answer({ rooms: [], has_more: false });
  assert.equal(await rooms, 0);
});

test('a renewal that was under way brings no session back, and is waited for before the server is told', async () => {
  const asked = server();
  const api = new Api();
  await signedIn(asked, api, 1);
  const renewed = failure(api.tokens.renew());
  const renewal = asked.at(-1)!;
  api.logout();
  await turn();
  assert.equal(asked.at(-1), renewal);
  renewal.answer(session(1));
  assert.equal(await renewed, 0);
  await turn();
  assert.deepEqual([asked.at(-1)?.what, api.tokens.last], ['POST /users/logout', undefined]);
});

test('all of my rooms are read, however many', async () => {
  const asked = server();
  const api = new Api();
  await signedIn(asked, api, 1);
  const mine = api.myRooms();
  await turn();
  asked.at(-1)!.answer({ rooms: [{ id: 4, name: 'a' }, { id: 9, name: 'b' }], has_more: true });
  await turn();
  await turn();
  asked.at(-1)!.answer({ rooms: [{ id: 12, name: 'c' }], has_more: false });
  assert.deepEqual((await mine).map(({ id }) => id), [4, 9, 12]);
  assert.deepEqual(whats(asked).slice(1), ['GET /users/me/rooms?limit=100', 'GET /users/me/rooms?after=9&limit=100']);
});

test('what is wrong with an empty name, or an address, is said of the field of the form', async () => {
  for (const [login, field] of [['', 'username'], ['@', 'email']] as const) {
    const asked = server();
    const refused = new Api().login(login, 'a pass phrase').then(() => undefined, (error: unknown) => asProblem(error).toRefusal().fields);
    await turn();
    asked.at(-1)!.answer({ code: 'validation_failed', detail: 'Empty.', errors: [{ field, message: 'Empty.' }] }, 400);
    assert.deepEqual(await refused, { login: 'Empty.' });
  }
});
