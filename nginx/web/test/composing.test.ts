import assert from 'node:assert/strict';
import { test } from 'node:test';
import keywords from 'emojilib';
import { findEmoji, groupsOf, moved, namedEmoji } from '../src/model/composing/emoji.ts';
import { isSend, markOf } from '../src/model/composing/keys.ts';
import { matching, speakersOf } from '../src/model/composing/people.ts';
import { isInFence, tokenAt, wholeEmojiAt } from '../src/model/composing/tokens.ts';
import { forgetEmoji, recentEmoji, rememberEmoji } from '../src/view/composing/recent-emoji.ts';
import { message, newStore, signedIn } from './samples.ts';

const at = (text: string) => {
  const token = tokenAt(text, text.length);
  return token && `${token.kind} ${token.query} ${token.from}`;
};

test('a sign at the beginning of a word is completed, one inside of it is not', () => {
  assert.deepEqual(['@', 'hi @be', '(@be', 'a@be', '@be ', ':sm', 'x :smi', '12:30', ':s', ':)', '::ab'].map(at),
    ['person  0', 'person be 3', 'person be 1', undefined, undefined, 'emoji sm 0', 'emoji smi 2', undefined, undefined, undefined, undefined]);
});

test('only what stands before the caret counts', () => {
  assert.deepEqual(tokenAt('@ben and', 3), { kind: 'person', query: 'be', from: 0, to: 3 });
});

test('a name between colons is whole', () => {
  assert.deepEqual(wholeEmojiAt('so :tada:', 9), { kind: 'emoji', query: 'tada', from: 3, to: 9 });
  assert.equal(wholeEmojiAt('at 12:30:', 9), undefined);
});

test('a block of code that was begun is open until it is ended', () => {
  assert.deepEqual(['```\nlet a', '```\nlet a\n```\n', 'a ``` b', '  ```js\n'].map((text) => isInFence(text, text.length)), [true, false, false, true]);
});

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 13, ...more });

test('Enter sends as one likes, and never what an input method has not finished', () => {
  assert.deepEqual([press('Enter'), press('Enter', { shiftKey: true }), press('Enter', { isComposing: true }), press('Enter', { keyCode: 229 }), press('a')]
    .map((key) => isSend(key, 'enter')), [true, false, false, false, false]);
  assert.deepEqual([press('Enter'), press('Enter', { ctrlKey: true }), press('Enter', { metaKey: true })].map((key) => isSend(key, 'ctrl_enter')),
    [false, true, true]);
  assert.deepEqual([press('b', { ctrlKey: true }), press('i', { metaKey: true }), press('b'), press('k', { ctrlKey: true })].map(markOf), ['**', '*', undefined, undefined]);
});

test('people whose names begin so come first, who spoke last before the others, and not myself', () => {
  const speakers = speakersOf([message(1, { userId: 2, username: 'bo' }), message(2, { userId: 3, username: 'bob' }), message(3, { userId: 2, username: 'bo' })]);
  assert.deepEqual(speakers.map(({ username }) => username), ['bo', 'bob']);
  const members = [{ userId: 1, username: 'boss' }, { userId: 4, username: 'abbo' }, { userId: 5, username: 'bonnie' }, { userId: 3, username: 'bob' }];
  assert.deepEqual(matching('Bo', speakers, members, 1, 8).map(({ username }) => username), ['bo', 'bob', 'bonnie', 'abbo']);
  assert.equal(matching('', speakers, members, 1, 2).length, 2);
});

test('emoji come in groups of Unicode\'s order', () => {
  const groups = groupsOf(keywords);
  assert.deepEqual(groups.map(({ name }) => name), ['smileys', 'people', 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags']);
  assert.ok(groups.every(({ emoji }) => emoji.length > 50));
});

test('the emoji whose name it is comes first, then those that begin so', () => {
  const all = groupsOf(keywords).flatMap(({ emoji }) => emoji);
  assert.equal(findEmoji(all, 'red_heart', 5)[0]?.emoji, '❤️');
  assert.equal(findEmoji(all, 'thumbs up', 5)[0]?.emoji, '👍');
  assert.ok(findEmoji(all, 'tada', 5).some(({ emoji }) => emoji === '🎉'));
  assert.deepEqual([namedEmoji(all, 'rocket')?.emoji, namedEmoji(all, 'red_heart')?.emoji, namedEmoji(all, 'face')], ['🚀', '❤️', undefined]);
  assert.deepEqual([findEmoji(all, ' ', 5), findEmoji(all, 'qqq', 5)], [[], []]);
});

test('keys move in a grid whose rows may be short, and the other way round from right to left', () => {
  const rows = [8, 3, 8];
  const from = (place: readonly [number, number], key: string, isRtl = false) => moved(rows, place, key, isRtl);
  assert.deepEqual(from([0, 7], 'ArrowRight'), [1, 0]);
  assert.deepEqual(from([1, 0], 'ArrowLeft'), [0, 7]);
  assert.deepEqual(from([0, 7], 'ArrowDown'), [1, 2]);
  assert.deepEqual([from([1, 1], 'Home'), from([1, 0], 'End')], [[1, 0], [1, 2]]);
  assert.deepEqual(from([0, 3], 'ArrowRight', true), [0, 2]);
  assert.deepEqual([from([0, 0], 'ArrowLeft'), from([2, 7], 'ArrowDown'), from([0, 2], 'ArrowUp'), from([0, 0], 'a')], [[0, 0], [2, 7], undefined, undefined]);
});

test('the emoji picked last go with the session, whichever way it ends', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) };
  const asStorage = (get: () => unknown) => Object.defineProperty(globalThis, 'localStorage', { get, configurable: true });
  asStorage(() => storage);
  const store = newStore();
  forgetEmoji(store);
  store.dispatch(signedIn);
  ['🎉', '👍', '🎉'].forEach(rememberEmoji);
  assert.deepEqual(recentEmoji(), ['🎉', '👍']);
  store.dispatch({ type: 'session_closed', remark: 'Your session is over.' });
  assert.deepEqual([recentEmoji(), kept.size], [[], 0]);
  asStorage(() => {
    throw new Error('forbidden');
  });
  rememberEmoji('🎉');
  store.dispatch({ type: 'session_closed' });
  assert.deepEqual(recentEmoji(), [], 'where storage is forbidden there are none');
});
