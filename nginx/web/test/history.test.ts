import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import type { Api } from '../src/net/api.ts';
import { toPage, type Where, type WireMessage } from '../src/net/wire.ts';
import { historyStory } from '../src/story/history.ts';
import type { World } from '../src/story/world.ts';
import { NOON, newStore, outgoing, signedIn } from './samples.ts';

const SIZE = 10;
const SAID = 100;

function wire(seq: number): WireMessage {
  return { message_id: seq, room_id: 7, seq, change_seq: seq, user_id: 2, username: 'bo', content: `word ${seq}`, created_at: '', created_at_ms: NOON + seq * 1_000 };
}

/** Answers as the server does, for a room of a hundred messages. */
function answer(where: Where) {
  const newer = Math.max(0, Math.min(SIZE / 2, SAID - (where.around ?? SAID)));
  const found = where.at === undefined ? undefined : Math.ceil((Date.parse(where.at) - NOON) / 1_000);
  const last = where.before !== undefined ? where.before - 1 : where.after !== undefined ? Math.min(SAID, where.after + SIZE)
    : where.around !== undefined ? Math.min(SAID, where.around) + newer : found !== undefined ? Math.min(SAID, found + SIZE / 2) : SAID;
  const first = where.after !== undefined ? where.after + 1 : Math.max(1, last - SIZE + 1);
  const isPast = found !== undefined && found > SAID;
  const messages = Array.from({ length: isPast ? 0 : last - first + 1 }, (_, i) => wire(last - i));
  return toPage({ messages, has_more: where.after !== undefined ? last < SAID : first > 1, through: SAID }, where, SIZE);
}

async function reading(...actions: Action[]) {
  const store = newStore();
  const asked: Where[] = [];
  const messages = async (_: number, where: Where = {}) => {
    asked.push(where);
    return answer(where);
  };
  const world = { state: () => store.state, dispatch: store.dispatch, api: { messages } as unknown as Api } as World;
  const story = historyStory(world);
  store.listen((state, action) => story(action, state));
  const act = async (...more: Action[]) => {
    more.forEach(store.dispatch);
    await new Promise(setImmediate);
    const { messages: here, hasOlder, hasNewer } = store.state.timelines[7] ?? emptyTimeline;
    return [here[0]?.seq, here.at(-1)?.seq, hasOlder, hasNewer];
  };
  await act(signedIn, { type: 'open_room', roomId: 7 }, ...actions);
  return { store, asked, act };
}

test('a link opens around its message, from where pages lead to both ends', async () => {
  const { act, store } = await reading({ type: 'show_message', roomId: 7, seq: 50 });
  assert.deepEqual(await act(), [46, 55, true, true]);
  assert.deepEqual(await act({ type: 'load_older', roomId: 7 }), [36, 55, true, true]);
  assert.deepEqual(await act({ type: 'load_newer', roomId: 7 }), [36, 65, true, true]);
  for (let i = 0; i < 4; i++) {
    await act({ type: 'load_newer', roomId: 7 });
  }
  assert.deepEqual(await act(), [36, 100, true, false]);
  assert.deepEqual(store.state.timelines[7]?.target, { seq: 50 });
});

test('a message that is here is not read again', async () => {
  const { act, asked } = await reading();
  await act({ type: 'show_message', roomId: 7, seq: 95 });
  assert.deepEqual(asked, [{}]);
});

test('a message that is nowhere is told, and what is nearest to it is shown', async () => {
  const { act, store } = await reading();
  assert.deepEqual(await act({ type: 'show_message', roomId: 7, seq: 999 }), [91, 100, true, false]);
  assert.equal(store.state.trouble, 'That message is not in this room.');
});

test('one page at a time', async () => {
  const { act, asked } = await reading();
  await act({ type: 'load_older', roomId: 7 }, { type: 'load_older', roomId: 7 });
  assert.deepEqual(asked, [{}, { before: 91 }]);
});

test('a day leads to its first message, and one after the last to the newest', async () => {
  const { act, store } = await reading();
  assert.deepEqual(await act({ type: 'show_date', roomId: 7, at: NOON + 20_000 }), [16, 25, true, true]);
  assert.deepEqual(store.state.timelines[7]?.target, { seq: 20 });
  assert.deepEqual(await act({ type: 'show_date', roomId: 7, at: NOON + 500_000 }), [91, 100, true, false]);
  assert.equal(store.state.timelines[7]?.target, undefined);
});

test('whoever sends from further up is taken to the newest', async () => {
  const { act } = await reading({ type: 'show_message', roomId: 7, seq: 50 });
  assert.deepEqual(await act({ type: 'message_queued', outgoing: outgoing('a') }), [91, 100, true, false]);
});

test('whoever sends from further up without a connection is taken there when there is one', async () => {
  const { act, asked } = await reading({ type: 'show_message', roomId: 7, seq: 50 });
  assert.deepEqual(await act({ type: 'connection_changed', status: 'offline' }, { type: 'message_queued', outgoing: outgoing('a') }), [46, 55, true, true]);
  assert.equal(asked.length, 2);
  assert.deepEqual(await act({ type: 'connection_changed', status: 'live' }, { type: 'room_resumed', roomId: 7, head: 100 }), [91, 100, true, false]);
});

test('what was refused leads nobody away when the connection is back', async () => {
  const { act } = await reading({ type: 'message_queued', outgoing: outgoing('a', { phase: 'failed', reason: 'No.' }) });
  await act({ type: 'show_message', roomId: 7, seq: 50 });
  assert.deepEqual(await act({ type: 'room_resumed', roomId: 7, head: 100 }), [46, 55, true, true]);
});

test('a room that is only followed reads nothing', async () => {
  const { act, asked } = await reading();
  await act({ type: 'room_entered', roomId: 8, head: 5, epoch: 'e' });
  assert.equal(asked.length, 1);
});

test('an answer that comes after a jump is of no use', async () => {
  const { act } = await reading();
  assert.deepEqual(await act({ type: 'load_older', roomId: 7 }, { type: 'show_message', roomId: 7, seq: 50 }), [46, 55, true, true]);
});

test('a room that is entered while a link is followed does not leave it again', async () => {
  const { act, asked } = await reading();
  await act({ type: 'open_room', roomId: 8 }, { type: 'open_room', roomId: 9 }, { type: 'show_message', roomId: 9, seq: 50 }, { type: 'room_entered', roomId: 9, head: 100, epoch: 'e' });
  assert.deepEqual(asked.slice(-2), [{}, { around: 50 }]);
});
