import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roomsFor } from '../src/model/rooms/finding.ts';
import { byTitle, isCalling, neighbour, newsIn, sectionsOf, titleOf } from '../src/model/rooms/order.ts';
import { initialRooms } from '../src/model/rooms/rooms.ts';
import type { Room, Rooms } from '../src/model/rooms/types.ts';
import { initialState, reduce } from '../src/model/reducer.ts';
import { room } from './samples.ts';

const direct = (id: number, username: string, more: Partial<Room> = {}) =>
  room(id, { name: '', kind: 'direct', peer: { id: 100 + id, username }, ...more });

const rooms = (mine: readonly Room[], more: Partial<Rooms> = {}): Rooms => ({ ...initialRooms, mine, loaded: true, ...more });
/** The server has counted in these. */
const known = (mine: readonly Room[], more: Partial<Rooms> = {}) => {
  const counted = mine.map((one) => ({ ...one, lastReadSeq: 0, lastSeq: one.unread ?? 0 }));
  const { reading } = reduce(initialState, { type: 'my_rooms_loaded', rooms: counted });
  return { rooms: rooms(mine, more), reading };
};
const ids = (found: readonly Room[]) => found.map(({ id }) => id);

test('rooms come first, then the people, who are called by their names', () => {
  const sections = sectionsOf([room(1), direct(2, 'ben'), room(3, { kind: 'private' })]);
  assert.deepEqual(sections.map(({ kind, rooms: all }) => [kind, ids(all)]), [['rooms', [1, 3]], ['direct', [2]]]);
  assert.equal(titleOf(direct(2, 'ben')), 'ben');
  assert.deepEqual(sectionsOf([room(1)]).length, 1);
});

const newsOf = (one: Room) => newsIn(known([one]), one);
const calls = (one: Room) => isCalling(known([one]), one);

test('what is said to me directly is for me, unless that room is muted', () => {
  assert.deepEqual(newsOf(room(1, { unread: 2, mentions: 1 })), { unread: 2, mentions: 1 });
  assert.deepEqual(newsOf(direct(2, 'ben', { unread: 3 })), { unread: 3, mentions: 3 });
  assert.deepEqual(newsOf(direct(2, 'ben', { unread: 3, muted: true })), { unread: 3, mentions: 0 });
});

test('a muted room calls only when it mentions me', () => {
  assert.equal(calls(room(1, { unread: 3, muted: true })), false);
  assert.equal(calls(room(1, { unread: 3, mentions: 1, muted: true })), true);
  assert.equal(calls(room(1, { unread: 3 })), true);
});

test('up and down go through the list as it is shown, and round its ends', () => {
  const all = [direct(1, 'ada'), room(2), room(3, { unread: 1 }), room(4)];
  const at = (currentId?: number) => known(all, { currentId });
  assert.equal(neighbour(at(2), 1)?.id, 3);
  assert.equal(neighbour(at(4), 1)?.id, 1);
  assert.equal(neighbour(at(1), 1)?.id, 2);
  assert.equal(neighbour(at(2), -1)?.id, 1);
  assert.equal(neighbour(at(undefined), 1)?.id, 2);
  assert.equal(neighbour(at(undefined), -1)?.id, 1);
  assert.equal(neighbour(at(4), 1, true)?.id, 3);
  assert.equal(neighbour(at(3), 1, true), undefined);
  assert.equal(neighbour(known([]), 1), undefined);
});

test('a few letters find a room: its name, its beginning, a word in it, letters spread over it', () => {
  const all = [room(1, { name: 'Old harbour' }), room(2, { name: 'Harbour' }), room(3, { name: 'Harbour master' }), room(4, { name: 'Has a big rubber boat' }), room(5, { name: 'Café' })];
  assert.deepEqual(ids(roomsFor('HARBOUR', rooms(all))), [2, 3, 1]);
  assert.deepEqual(ids(roomsFor('harb', rooms(all))), [2, 3, 1, 4]);
  assert.deepEqual(ids(roomsFor('cafe', rooms(all))), [5]);
  assert.deepEqual(ids(roomsFor('xyz', rooms(all))), []);
});

test('before a letter is typed the rooms opened last are offered, without the one that is open', () => {
  const all = [room(1), room(2), room(3)];
  assert.deepEqual(ids(roomsFor('', rooms(all, { visited: [2, 3, 1], currentId: 1 }))), [3, 2]);
});

test('numbers in names count as numbers', () => {
  const named = ['berth 10', 'berth 2', 'Berth 1'].map((name, i) => room(i + 1, { name }));
  assert.deepEqual(byTitle(named).map(({ name }) => name), ['Berth 1', 'berth 2', 'berth 10']);
});
