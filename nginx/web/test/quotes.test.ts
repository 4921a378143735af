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
