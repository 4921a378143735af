import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wishOf, type Press } from '../src/view/keys/keys.ts';
import { after, room, signedIn } from './samples.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
const state = after(signedIn, { type: 'my_rooms_loaded', rooms: [room(1), room(2, { unread: 2, lastReadSeq: 0, lastSeq: 2 }), room(3)] }, { type: 'open_room', roomId: 1 });

test('Ctrl+K or Cmd+K goes to a room, also while one writes', () => {
  assert.deepEqual(wishOf(press('k', { ctrlKey: true }), state, true), { type: 'open_dialog', dialog: 'switcher' });
  assert.deepEqual(wishOf(press('k', { metaKey: true }), state, true), { type: 'open_dialog', dialog: 'switcher' });
  assert.equal(wishOf(press('k'), state, false), undefined);
});

test('Ctrl+/ shows the keys; a letter alone does nothing, for those who speak to their device', () => {
  assert.equal(wishOf(press('?', { shiftKey: true }), state, false), undefined);
  assert.deepEqual(wishOf(press('/', { ctrlKey: true, shiftKey: true }), state, true), { type: 'open_dialog', dialog: 'keys' });
});

test('Alt and arrows go through the rooms, with Shift to what is new', () => {
  assert.deepEqual(wishOf(press('ArrowDown', { altKey: true }), state, true), { type: 'open_room', roomId: 2 });
  assert.deepEqual(wishOf(press('ArrowUp', { altKey: true }), state, true), { type: 'open_room', roomId: 3 });
  assert.deepEqual(wishOf(press('ArrowUp', { altKey: true, shiftKey: true }), state, true), { type: 'open_room', roomId: 2 });
  assert.equal(wishOf(press('ArrowDown'), state, false), undefined);
});

test('Escape leaves the settings, but not what is being typed in them', () => {
  const settings = after(signedIn, { type: 'open_settings' });
  assert.deepEqual(wishOf(press('Escape'), settings, false), { type: 'close_settings' });
  assert.equal(wishOf(press('Escape'), settings, true), undefined);
  assert.equal(wishOf(press('Escape'), state, false), undefined);
});

test('in a dialog, and before anybody is signed in, these keys do nothing', () => {
  assert.equal(wishOf(press('k', { ctrlKey: true }), after(signedIn, { type: 'open_dialog', dialog: 'browse' }), false), undefined);
  assert.equal(wishOf(press('k', { ctrlKey: true }), after(), false), undefined);
});
