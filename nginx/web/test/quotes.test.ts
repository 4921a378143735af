import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quoteOf } from '../src/model/quotes/quotes.ts';
import { rowsOf } from '../src/model/timeline/rows.ts';
import { Problem, unreachable } from '../src/net/problem.ts';
import { quotesStory } from '../src/story/writing/quotes.ts';
import { page } from './fake-world.ts';
import { loaded, message, outgoing, room7, signedIn } from './samples.ts';

test('an answer shows what it answers, as it is now', () => {
  assert.deepEqual(quoteOf(loaded(message(1)), 1), { state: 'there', username: 'bo', content: 'word 1' });
  assert.deepEqual(quoteOf(loaded(message(1, { content: '', deletedAt: 5 })), 1), { state: 'removed' });
});

test('a message that is not here is asked for, kept, and changed like others', () => {
  assert.equal(quoteOf(room7(), 1).state, 'unknown');
  const loaded = { type: 'quote_loaded', roomId: 7, seq: 1, message: message(1) } as const;
  assert.equal(quoteOf(room7(loaded), 1).state, 'there');
  assert.equal(quoteOf(room7({ ...loaded, message: undefined }), 1).state, 'missing');
  const changed = room7(loaded, { type: 'message_changed', message: message(1, { content: 'better', changeSeq: 9 }) });
  assert.deepEqual(quoteOf(changed, 1), { state: 'there', username: 'bo', content: 'better' });
});

test('a row of mine that is under way answers too', () => {
  const timeline = { ...loaded(message(1)), outgoing: [outgoing('a', { replyTo: 1 })] };
  const rows = rowsOf(timeline, { selfId: 1, isOwner: false }).filter((row) => row.kind === 'message');
  assert.deepEqual(rows.map(({ replyTo, quote }) => [replyTo, quote?.state]), [[undefined, undefined], [1, 'there']]);
});

const want = { type: 'want_quote', roomId: 7, seq: 1 } as const;
const answers = { type: 'message_arrived', message: message(9, { replyTo: 1 }) } as const;

test('one that is not there any more is asked for once, and shown as missing', async () => {
  let asked = 0;
  const { act, state } = page({
    message: async () => {
      asked++;
      throw new Problem(404, 'not_found', 'No');
    },
  }, quotesStory);
  await act(signedIn, answers, want, want);
  await act(want);
  assert.deepEqual([asked, quoteOf(state().timelines[7], 1).state], [1, 'missing']);
});

test('one that could not be read is read when there is a connection again', async () => {
  let isReachable = false;
  const read = async () => {
    if (!isReachable) {
      throw unreachable();
    }
    return message(1);
  };
  const { act, state } = page({ message: read }, quotesStory);
  await act(signedIn, answers, want);
  assert.equal(quoteOf(state().timelines[7], 1).state, 'unknown');
  isReachable = true;
  await act({ type: 'connection_changed', status: 'live' });
  assert.equal(quoteOf(state().timelines[7], 1).state, 'there');
});

test('one the server will not give now is read after the pause it asks for, though nothing happens to the connection', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const failures = [new Problem(429, 'rate_limited', 'Later.', {}, 2_000), new Problem(500, 'internal', 'Broken.')];
  let asked = 0;
  const read = async () => {
    const failure = failures[asked++];
    if (failure) {
      throw failure;
    }
    return message(1);
  };
  const { act, state } = page({ message: read }, quotesStory);
  await act(signedIn, { type: 'connection_changed', status: 'live' }, answers, want);
  for (const [pause, asks] of [[1_999, 1], [1, 2], [9_999, 2], [1, 3]] as const) {
    context.mock.timers.tick(pause);
    await act();
    assert.equal(asked, asks);
  }
  assert.equal(quoteOf(state().timelines[7], 1).state, 'there');
});

test('after a reconnect they are read one after the other, until one cannot be', async () => {
  const waiting: { readonly seq: number; readonly done: (isThere: boolean) => void }[] = [];
  const read = (_: number, seq: number) =>
    new Promise((done, fail) => waiting.push({ seq, done: (isThere) => (isThere ? done(message(seq)) : fail(unreachable())) }));
  const answered = async (isThere: boolean) => {
    waiting.splice(0).forEach(({ done }) => done(isThere));
    await act();
    return waiting.map(({ seq }) => seq);
  };
  const { act } = page({ message: read }, quotesStory);
  await act(signedIn, answers, want, { ...want, seq: 2 }, { ...want, seq: 3 });
  assert.deepEqual(await answered(false), []);
  await act({ type: 'connection_changed', status: 'live' }, { type: 'connection_changed', status: 'offline' });
  assert.deepEqual(waiting.map(({ seq }) => seq), [1]);
  assert.deepEqual(await answered(true), [2]);
  assert.deepEqual(await answered(false), []);
  await act({ type: 'connection_changed', status: 'live' });
  assert.deepEqual(waiting.map(({ seq }) => seq), [3]);
  assert.deepEqual([await answered(true), await answered(true)], [[2], []]);
});
