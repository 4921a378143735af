import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reduce } from '../src/model/reducer.ts';
import { unreadOf } from '../src/model/reading/reading.ts';
import { emptyTable, entriesOf, entryOf, idsOf, withEntries, withEntry, withoutEntry, type Table } from '../src/model/table.ts';
import { after, message, room, signedIn } from './samples.ts';

const table: Table<string> = withEntries(emptyTable, [[7, 'a'], [135, 'b'], [8, 'c']]);

test('an entry is found, exchanged and taken out, and tables of before stay as they were', () => {
  const next = withoutEntry(withEntry(table, 135, 'B'), 8);
  assert.deepEqual([7, 135, 8, 263].map((id) => entryOf(next, id)), ['a', 'B', undefined, undefined]);
  assert.deepEqual([7, 135, 8].map((id) => entryOf(table, id)), ['a', 'b', 'c']);
  assert.deepEqual([[...idsOf(next)].sort(), [...entriesOf(next)].sort()], [[135, 7], ['B', 'a']]);
  assert.equal(withoutEntry(table, 9), table);
});

test('one exchanges a shelf and leaves the others', () => {
  const next = withEntry(table, 7, 'A');
  assert.equal(next.filter((shelf, i) => shelf !== table[i]).length, 1);
});

/** A bound a hundred times above what it takes, and a hundred times below what copying all for each took. */
test('ten thousand rooms are taken in, and told of, in a moment', () => {
  const rooms = Array.from({ length: 10_000 }, (_, i) => room(1 + i * 97, { lastReadSeq: 3, unread: 1, lastSeq: 4 }));
  const begin = performance.now();
  let state = after(signedIn, { type: 'my_rooms_loaded', rooms });
  for (const known of rooms.slice(0, 100)) {
    state = reduce(reduce(state, { type: 'room_known', room: { ...known, memberCount: 9 } }), { type: 'message_arrived', message: message(5, { roomId: known.id }) });
  }
  const took = performance.now() - begin;
  assert.ok(took < 3_000, `${took} ms`);
  assert.deepEqual([unreadOf(state, 1).unread, unreadOf(state, 970_000 - 96).unread, state.rooms.mine[0]?.memberCount], [2, 1, 9]);
});
