import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Store } from '../src/model/store.ts';
import { followTitle, pageTitle } from '../src/view/browser/title.ts';
import { after, message, newStore, room, signedIn } from './samples.ts';

const harbour = room(7, { name: 'Harbour', unread: 0 });

test('the title says where one is', () => {
  const known = after(signedIn, { type: 'my_rooms_loaded', rooms: [harbour] });
  assert.equal(pageTitle(known), 'Parley');
  assert.equal(pageTitle(after(signedIn, { type: 'my_rooms_loaded', rooms: [harbour] }, { type: 'open_room', roomId: 7 })), 'Harbour · Parley');
  assert.equal(pageTitle(after(signedIn, { type: 'open_settings' })), 'Settings · Parley');
  assert.equal(pageTitle(after({ type: 'session_closed' })), 'Sign in · Parley');
  assert.equal(pageTitle(after({ type: 'session_closed' }, { type: 'show_form', form: 'sign_up' })), 'Create your account · Parley');
});

test('the title counts what is new, of a muted room only what is for me', () => {
  const title = (...unread: Parameters<typeof room>[]) =>
    pageTitle(after(signedIn, { type: 'my_rooms_loaded', rooms: unread.map((one) => room(one[0], { lastReadSeq: 0, lastSeq: one[1]?.unread ?? 0, ...one[1] })) }));
  assert.equal(title([1, { unread: 2 }], [2, { unread: 1 }]), '(3) Parley');
  assert.equal(title([1, { unread: 9, muted: true }]), 'Parley');
  assert.equal(title([1, { unread: 9, mentions: 1, muted: true }]), '(1) Parley');
  assert.equal(title([1, { unread: 100 }]), '(99+) Parley');
});

test('the title is looked up once a frame, not for every action', () => {
  const world = globalThis as unknown as Record<string, unknown>;
  const frames: (() => void)[] = [];
  world['document'] = { title: '', querySelector: () => null };
  world['requestAnimationFrame'] = (paint: () => void) => frames.push(paint);
  world['cancelAnimationFrame'] = () => undefined;
  const store = newStore();
  let looks = 0;
  const listening = { listen: (listener: Parameters<Store['listen']>[0]) => store.listen((state, action) =>
    listener({ ...state, get rooms() { looks++; return state.rooms; } }, action)) };
  followTitle(listening as unknown as Store);
  store.dispatch(signedIn);
  for (let seq = 1; seq <= 100; seq++) {
    store.dispatch({ type: 'message_arrived', message: message(seq) });
  }
  assert.equal(looks, 0);
  store.dispatch({ type: 'open_settings' });
  frames.splice(0).forEach((paint) => paint());
  assert.deepEqual([document.title, looks < 10], ['Settings · Parley', true]);
});
