import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { reduce } from '../src/model/reducer.ts';
import { unreadOf } from '../src/model/reading/reading.ts';
import type { Room } from '../src/model/rooms/types.ts';
import type { Message } from '../src/model/timeline/types.ts';
import { after, message, room, signedIn } from './samples.ts';

const arrives = (seq: number, more: Partial<Message> = {}): Action => ({ type: 'message_arrived', message: message(seq, more) });
const changes = (seq: number, changeSeq: number, more: Partial<Message>): Action => ({ type: 'message_changed', message: message(seq, { changeSeq, ...more }) });
const counted = (lastSeq: number, lastReadSeq: number, unread: number, mentions = 0, more: Partial<Room> = {}): Action =>
  ({ type: 'my_rooms_loaded', rooms: [room(7, { lastSeq, lastReadSeq, unread, mentions, ...more })] });
const look = (seq: number, atEnd = true): Action => ({ type: 'look', roomId: 7, seq, atEnd });
const count = (...actions: Action[]) => {
  const { unread, mentions } = unreadOf(after(signedIn, ...actions), 7);
  return [unread, mentions];
};

test('what the server counted and what frames brought since make one number', () => {
  assert.deepEqual(count(counted(10, 6, 3, 1), arrives(10), arrives(11, { mentions: [1] }), arrives(12, { mentions: [9] }), arrives(13, { mentionsRoom: true })), [6, 3]);
});

test('mine, removed ones and those given once more are not unread', () => {
  assert.deepEqual(count(counted(10, 10, 0), arrives(11, { userId: 1 }), arrives(12, { content: '', deletedAt: 5 }), arrives(13), arrives(13)), [1, 0]);
});

test('a view that is older than the frames takes none of them away, and a newer one counts none twice', () => {
  assert.deepEqual(count(counted(10, 6, 4), arrives(11), arrives(12), counted(11, 6, 5)), [6, 0]);
  assert.deepEqual(count(counted(10, 6, 4), arrives(11), counted(12, 6, 6), arrives(12)), [6, 0]);
});

test('a message that is removed is not unread any more, whoever counted it', () => {
  const entered: Action = { type: 'room_entered', roomId: 7, head: 12, epoch: 'e' };
  const gone = { content: '', deletedAt: 5 };
  assert.deepEqual(count(counted(10, 6, 4), entered, arrives(13), changes(13, 14, gone), changes(9, 15, gone)), [3, 0]);
  assert.deepEqual(count(counted(10, 6, 4), entered, changes(5, 13, gone), changes(6, 14, gone)), [4, 0], 'what I read before is no matter');
  assert.deepEqual(count(counted(10, 6, 4), entered, changes(9, 12, gone)), [4, 0], 'known before');
});

test('what a resume replays is in the numbers it began with', () => {
  const gone = { content: '', deletedAt: 5 };
  const resumed: Action = { type: 'room_known', room: room(7, { lastSeq: 10, lastReadSeq: 6, unread: 3, mentions: 0 }), head: 14 };
  assert.deepEqual(count(counted(10, 6, 4), resumed, changes(9, 13, gone), changes(10, 14, { mentions: [1] })), [3, 0]);
  assert.deepEqual(count(counted(10, 6, 4), resumed, changes(9, 15, gone)), [2, 0], 'and what comes after it is not');
});

test('an edit may begin or cease to mention me', () => {
  const entered: Action = { type: 'room_entered', roomId: 7, head: 12, epoch: 'e' };
  assert.deepEqual(count(counted(10, 10, 0), entered, arrives(13), changes(13, 14, { mentions: [1] })), [1, 1]);
  assert.deepEqual(count(counted(10, 10, 0), entered, arrives(13, { mentions: [1] }), changes(13, 14, {})), [1, 0]);
});

test('a hundred means a hundred or more', () => {
  assert.deepEqual(count(counted(500, 6, 100), arrives(501)), [100, 0]);
});

test('another device that read moves this one, never back', () => {
  const read = (seq: number, unread: number): Action => ({ type: 'room_read', roomId: 7, seq, unread, mentions: 0 });
  assert.deepEqual(count(counted(10, 6, 4), read(8, 2)), [2, 0]);
  assert.deepEqual(count(counted(10, 6, 4), arrives(11), read(10, 1)), [1, 0]);
  assert.deepEqual(count(counted(10, 6, 4), read(10, 0), read(7, 3)), [0, 0]);
});

test('what the server counted up to is not counted again, what came after it is', () => {
  const read = (seq: number, unread: number, lastSeq: number): Action => ({ type: 'room_read', roomId: 7, seq, unread, mentions: 0, lastSeq });
  assert.deepEqual(count(counted(10, 6, 4), arrives(11), arrives(12), read(8, 3, 11)), [4, 0], '9, 10, 11 and 12');
  assert.deepEqual(count(counted(10, 6, 4), read(8, 3, 11), arrives(11), arrives(12)), [4, 0], 'also when it comes late');
  assert.deepEqual(count(counted(10, 6, 4), read(50, 7, 57)), [7, 0], 'in a room whose messages nobody told of');
});

test('what is on the screen is read while somebody looks, and when they come back', () => {
  const open: Action = { type: 'open_room', roomId: 7 };
  assert.deepEqual(count(counted(10, 6, 4), open, look(10)), [0, 0]);
  const away = after(signedIn, counted(10, 6, 4), open, { type: 'attention_changed', attentive: false }, look(10));
  assert.equal(unreadOf(away, 7).unread, 4);
  assert.equal(unreadOf(reduce(away, { type: 'attention_changed', attentive: true }), 7).unread, 0);
});

test('what arrives in the open room at its end is read at once, and not when one reads further up', () => {
  const here: Action[] = [counted(10, 10, 0), { type: 'open_room', roomId: 7 },
    { type: 'history_loaded', roomId: 7, generation: 0, page: { messages: [message(10)], hasOlder: true, hasNewer: false, through: 10 } }];
  assert.deepEqual(count(...here, look(10), arrives(11)), [0, 0]);
  assert.deepEqual(count(...here, look(10, false), arrives(11)), [1, 0]);
});

test('a view made before the server heard how far I am changes nothing', () => {
  assert.deepEqual(count(counted(10, 6, 4), { type: 'open_room', roomId: 7 }, look(10), counted(10, 6, 4)), [0, 0]);
});

test('a server that counts nothing leaves it to this page', () => {
  const plain: Action = { type: 'my_rooms_loaded', rooms: [room(7, { lastSeq: 10 })] };
  assert.deepEqual(count(plain), [0, 0]);
  assert.deepEqual(count(plain, arrives(11), arrives(12), plain), [2, 0]);
  assert.deepEqual(count(plain, arrives(11), { type: 'open_room', roomId: 7 }, look(11)), [0, 0]);
  assert.deepEqual(count(arrives(3), arrives(3)), [1, 0], 'also when nothing is known of the room');
});

test('new begins where it began when the room was opened, as long as it is open', () => {
  const opened = after(signedIn, counted(10, 6, 4), { type: 'open_room', roomId: 7 }, look(10), arrives(11));
  assert.deepEqual(opened.reading.divider, { roomId: 7, after: 6, unread: 4 });
  const back = [{ type: 'open_room', roomId: 8 }, { type: 'open_room', roomId: 7 }] as const;
  assert.deepEqual(back.reduce(reduce, reduce(opened, look(11))).reading.divider, { roomId: 7, after: undefined, unread: 0 });
});

test('new begins with what came while nobody looked', () => {
  const state = after(signedIn, counted(10, 10, 0), { type: 'open_room', roomId: 7 }, { type: 'attention_changed', attentive: false }, arrives(11), arrives(12));
  assert.equal(state.reading.divider?.after, 10);
});

test('a room that is open before it is known begins where the server says', () => {
  const state = after(signedIn, { type: 'open_room', roomId: 7 }, look(10), counted(10, 6, 4));
  assert.deepEqual([state.reading.divider?.after, unreadOf(state, 7).unread], [6, 0]);
});

test('what is told of a room that is not open any more is no matter', () => {
  const state = after(signedIn, counted(10, 6, 4), look(10));
  assert.deepEqual([unreadOf(state, 7).unread, state.timelines], [4, {}]);
});
