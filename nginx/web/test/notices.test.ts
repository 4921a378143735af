import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { noticeOf } from '../src/model/notices/notices.ts';
import type { Notice } from '../src/model/notices/types.ts';
import { reduce } from '../src/model/reducer.ts';
import type { Message } from '../src/model/timeline/types.ts';
import { noticesStory, type Desktop } from '../src/story/device/notices.ts';
import { Tabs, type Channel } from '../src/story/device/tabs.ts';
import type { World } from '../src/story/world.ts';
import { after, message, room, signedIn } from './samples.ts';

const notify: Action = { type: 'prefer', change: { notify: true } };
const known = (more = {}): Action => ({ type: 'room_known', room: room(7, { name: 'Harbour', ...more }) });
const says = (seq: number, content: string, more = {}): Message => message(seq, { content, username: 'ben', ...more } as Partial<Message>);

test('a mention is told of by the server’s word, not by what stands there', () => {
  const state = after(signedIn, notify, known());
  assert.equal(noticeOf(says(1, 'Is @Ada here?', { mentions: [1] }), state)?.title, 'ben mentioned you in Harbour');
  assert.equal(noticeOf(says(1, '@adam is late', { mentions: [3] }), state), undefined);
  assert.equal(noticeOf(says(1, '`@ada`'), state), undefined);
  assert.equal(noticeOf(says(1, 'all of you', { mentionsRoom: true }), state)?.seq, 1);
  assert.equal(noticeOf(says(1, '@ada', { userId: 1, mentions: [1] }), state), undefined);
});

test('what is said to me directly is told of, unless that room is muted', () => {
  const peer = { kind: 'direct', peer: { id: 2, username: 'ben' } };
  assert.equal(noticeOf(says(1, 'psst'), after(signedIn, notify, known(peer)))?.title, 'ben wrote to you');
  assert.equal(noticeOf(says(1, 'psst'), after(signedIn, notify, known({ ...peer, muted: true }))), undefined);
  assert.equal(noticeOf(says(1, 'everyone', { mentions: [], mentionsRoom: true }), after(signedIn, notify, known({ muted: true }))), undefined);
});

test('what was said is not shown to who does not want it shown, nor all of a long message', () => {
  const state = after(signedIn, notify, known());
  assert.equal(noticeOf(says(1, '@ada   the\nsafe is open', { mentions: [1] }), state)?.body, '@ada the safe is open');
  assert.equal([...noticeOf(says(1, `@ada ${'x'.repeat(500)}`, { mentions: [1] }), state)!.body].length, 200);
  assert.equal(noticeOf(says(1, '@ada secret', { mentions: [1] }), reduce(state, { type: 'prefer', change: { notifyContent: false } }))?.body, '');
});

/** Two tabs of one browser, of which the first leads. */
function browser(watched = false) {
  const channels: Channel[] = [];
  const shown: { readonly tab: number; readonly notice: Notice; readonly open: () => void }[] = [];
  const opened: Action[] = [];
  const tabs = [0, 1].map((me) => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => channels.filter((_, i) => i !== me).forEach((other) => other.onmessage?.({ data } as MessageEvent)),
    };
    channels.push(channel);
    const desktop: Desktop = {
      isHidden: () => true,
      isUnwatched: () => Promise.resolve(!watched),
      lead: (begin) => me === 0 && begin(),
      show: (notice, open) => shown.push({ tab: me, notice, open }),
    };
    const state = after(signedIn, notify, known());
    const story = noticesStory({ state: () => state, dispatch: (action: Action) => opened.push(action) } as unknown as World, new Tabs(channel), desktop);
    return { hear: (heard: Message) => story({ type: 'message_arrived', message: heard }, state) };
  });
  return { tabs, shown, opened };
}

const settled = () => new Promise(setImmediate);

test('two tabs that hear of a mention tell of it once, and a click opens its room', async () => {
  const { tabs, shown, opened } = browser();
  tabs[1]!.hear(says(5, '@ada', { mentions: [1] }));
  tabs[0]!.hear(says(5, '@ada', { mentions: [1] }));
  tabs[0]!.hear(says(5, '@ada', { mentions: [1] }));
  tabs[1]!.hear(says(6, 'nothing for me'));
  await settled();
  assert.deepEqual(shown.map(({ tab, notice }) => [tab, notice.seq]), [[0, 5]]);
  shown[0]!.open();
  assert.deepEqual(opened, [{ type: 'open_room', roomId: 7 }]);
});

test('while somebody looks at one of the tabs nothing is told', async () => {
  const { tabs, shown } = browser(true);
  tabs[1]!.hear(says(5, '@ada', { mentions: [1] }));
  await settled();
  assert.deepEqual(shown, []);
});
