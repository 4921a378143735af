import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf, withRecalled } from '../src/model/recalled/recalled.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import type { Message } from '../src/model/timeline/types.ts';
import type { Pages } from '../src/story/room/pages.ts';
import { recallingStory } from '../src/story/room/recalling.ts';
import { page } from './fake-world.ts';
import { loaded, message, seqs, signedIn } from './samples.ts';

class FakePages implements Pages {
  readonly rows = new Map<string, readonly Message[]>();

  async find(userId: number, roomId: number) {
    return this.rows.get(`${userId}/${roomId}`);
  }

  async keep(userId: number, roomId: number, messages: readonly Message[]) {
    this.rows.set(`${userId}/${roomId}`, messages);
  }

  async drop(userId: number, roomId: number) {
    this.rows.delete(`${userId}/${roomId}`);
  }

  async clear(except?: number) {
    [...this.rows.keys()].filter((key) => !key.startsWith(`${except}/`)).forEach((key) => this.rows.delete(key));
  }
}

const open = { type: 'open_room', roomId: 7 } as const;
const read = (...messages: Message[]) =>
  ({ type: 'history_loaded', roomId: 7, generation: 0, page: { messages, hasMore: false, through: messages.length } }) as const;

function browser() {
  const pages = new FakePages();
  return { pages, ...page({}, (world) => recallingStory(world, pages)) };
}

test('a room that was seen before is painted at once, until its page was read', async () => {
  const { pages, act, state } = browser();
  pages.rows.set('1/7', [message(1), message(2)]);
  await act(signedIn, open);
  const shown = () => withRecalled(state().timelines[7] ?? emptyTimeline, state().recalled[7]);
  assert.deepEqual([seqs(shown()), shown().loaded], [[1, 2], true]);
  await act(read(message(2), message(3)));
  assert.deepEqual([seqs(shown()), state().recalled[7]], [[2, 3], undefined]);
  await act({ type: 'session_closed' });
});

test('what a frame brought meanwhile is newer than what is remembered', () => {
  const shown = withRecalled({ ...emptyTimeline, messages: [message(2, { content: 'now' }), message(3)] }, [message(1), message(2)]);
  assert.deepEqual(shown.messages.map(({ content }) => content), ['word 1', 'now', 'word 3']);
  assert.deepEqual(seqs(withRecalled(loaded(message(5)), [message(1)])), [5], 'a page that was read is all there is');
});

test('the page of the open room is remembered once it rests', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { pages, act } = browser();
  await act(signedIn, open, read(message(1)));
  context.mock.timers.tick(1_999);
  assert.equal(pages.rows.size, 0);
  context.mock.timers.tick(1);
  assert.deepEqual(pages.rows.get('1/7')?.map(({ seq }) => seq), [1]);
  await act({ type: 'room_left', roomId: 7 });
  assert.equal(pages.rows.size, 0, 'and forgotten with the room');
});

test('nothing of a session that ended stays, and nothing of others', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { pages, act } = browser();
  pages.rows.set('2/7', [message(1)]);
  await act(signedIn);
  assert.equal(pages.rows.size, 0);
  await act(open, read(message(1)));
  context.mock.timers.tick(2_000);
  await act(read(message(1), message(2)), { type: 'session_closed' });
  context.mock.timers.tick(2_000);
  assert.equal(pages.rows.size, 0, 'not even what was about to be written');
});

test('a page is bounded in number and in bytes, its newest part is kept', () => {
  const many = Array.from({ length: 80 }, (_, i) => message(i + 1));
  assert.deepEqual([pageOf(loaded(...many)).length, pageOf(loaded(...many)).at(-1)?.seq], [50, 80]);
  const long = Array.from({ length: 30 }, (_, i) => message(i + 1, { content: 'x'.repeat(20_000) }));
  const kept = pageOf(loaded(...long));
  assert.deepEqual([kept.length, kept.at(-1)?.seq], [13, 30]);
});
