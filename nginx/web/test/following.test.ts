import assert from 'node:assert/strict';
import { test, type Timers } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import type { ClientFrame } from '../src/net/frames.ts';
import { joiningStory } from '../src/story/joining.ts';
import { liveStory } from '../src/story/live.ts';
import { readingStory } from '../src/story/reading.ts';
import type { World } from '../src/story/world.ts';
import { message, newStore, room, signedIn } from './samples.ts';

const live: Action = { type: 'connection_changed', status: 'live' };
const offline: Action = { type: 'connection_changed', status: 'offline' };
const look = (seq: number): Action => ({ type: 'look', roomId: 7, seq, atEnd: true });
const mine = (...ids: number[]): Action => ({ type: 'my_rooms_loaded', rooms: ids.map((id) => room(id, { lastSeq: 10, lastReadSeq: 4, unread: 6 })) });

/** A page with the stories that follow rooms, and what it said to the server. */
function page(...actions: Action[]) {
  const store = newStore();
  const said: ClientFrame[] = [];
  const send = (frame: ClientFrame) => store.state.connection.status === 'live' && said.push(frame) > 0;
  const world = { state: () => store.state, dispatch: store.dispatch, send } as World;
  for (const story of [liveStory(world), readingStory(world), joiningStory(world)]) {
    store.listen((state, action) => story(action, state));
  }
  [signedIn, ...actions].forEach(store.dispatch);
  return { store, act: store.dispatch, of: (type: string) => said.filter((frame) => frame.type === type) };
}

/** In small steps: what a timer sets off may set the next one. */
function pass(timers: Timers, ms: number): void {
  for (let passed = 0; passed < ms; passed += 50) {
    timers.tick(50);
  }
}

const rooms = (frames: readonly ClientFrame[]) => frames.map((frame) => ('room_id' in frame ? frame.room_id : 0));

test('my rooms are entered one after the other, the open one first', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { of } = page(live, { type: 'open_room', roomId: 3 }, mine(1, 2, 3));
  assert.deepEqual(rooms(of('join_room')), [3]);
  pass(context.mock.timers, 200);
  assert.deepEqual(rooms(of('join_room')), [3, 1]);
  pass(context.mock.timers, 1_000);
  assert.deepEqual(rooms(of('join_room')), [3, 1, 2]);
});

test('of the others, those with something new come first', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const quiet = [1, 2].map((id) => room(id, { lastSeq: 4, lastReadSeq: 4, unread: 0 }));
  const { of } = page(live, { type: 'my_rooms_loaded', rooms: [...quiet, room(3, { lastSeq: 10, lastReadSeq: 4, unread: 6 })] });
  pass(context.mock.timers, 1_000);
  assert.deepEqual(rooms(of('join_room')), [3, 1, 2]);
});

test('no more than five rooms a second, and a hundred in all', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { of } = page(live, mine(...Array.from({ length: 120 }, (_, i) => i + 1)));
  pass(context.mock.timers, 1_000);
  assert.equal(of('join_room').length, 5);
  pass(context.mock.timers, 60_000);
  assert.equal(of('join_room').length, 100);
});

test('after a reconnect the open room is resumed at once, the others one after the other', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, { type: 'open_room', roomId: 3 }, mine(1, 2, 3));
  pass(context.mock.timers, 1_000);
  [1, 2, 3].forEach((roomId) => act({ type: 'room_entered', roomId, head: 5, epoch: 'e' }));
  act(offline);
  act(live);
  assert.deepEqual(rooms(of('join_room')).slice(3), [3]);
  pass(context.mock.timers, 1_000);
  assert.deepEqual(rooms(of('join_room')).slice(3), [3, 1, 2]);
});

test('how far I have read is told once a second, and only when it is further', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, mine(7), { type: 'open_room', roomId: 7 }, look(8));
  act(look(9));
  act(look(10));
  assert.deepEqual(of('mark_read'), [{ type: 'mark_read', room_id: 7, seq: 8 }]);
  pass(context.mock.timers, 1_000);
  assert.deepEqual(of('mark_read').slice(1), [{ type: 'mark_read', room_id: 7, seq: 10 }]);
  act(look(6));
  pass(context.mock.timers, 5_000);
  assert.equal(of('mark_read').length, 2);
});

test('nothing is told while nobody looks, nor to a server that keeps nothing', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, mine(7), { type: 'attention_changed', attentive: false }, { type: 'open_room', roomId: 7 }, look(10));
  assert.equal(of('mark_read').length, 0);
  act({ type: 'attention_changed', attentive: true });
  assert.equal(of('mark_read').length, 1);
  const plain = page(live, { type: 'my_rooms_loaded', rooms: [room(7, { lastSeq: 9 })] }, { type: 'open_room', roomId: 7 },
    { type: 'message_arrived', message: message(10) }, look(10));
  assert.equal(plain.of('mark_read').length, 0);
});

test('what was told and not answered is told again on the next socket', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, mine(7), { type: 'open_room', roomId: 7 }, look(10));
  pass(context.mock.timers, 1_000);
  act(offline);
  act(live);
  assert.equal(of('mark_read').length, 2);
  pass(context.mock.timers, 1_000);
  act({ type: 'room_read', roomId: 7, seq: 10, unread: 0, mentions: 0 });
  act(offline);
  act(live);
  assert.equal(of('mark_read').length, 2);
});

test('a mark that was refused or lost is told again, one that was answered is not', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, mine(7), { type: 'open_room', roomId: 7 }, look(10));
  pass(context.mock.timers, 9_950);
  assert.equal(of('mark_read').length, 1);
  pass(context.mock.timers, 50);
  assert.equal(of('mark_read').length, 2);
  act({ type: 'room_read', roomId: 7, seq: 10, unread: 0, mentions: 0 });
  pass(context.mock.timers, 30_000);
  assert.equal(of('mark_read').length, 2);
});

test('nothing of one person is followed for the next one', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, of } = page(live, mine(1, 2, 3));
  pass(context.mock.timers, 1_000);
  [1, 2, 3].forEach((roomId) => act({ type: 'room_entered', roomId, head: 5, epoch: 'e' }));
  [offline, live, { type: 'session_closed' } as const, signedIn].forEach(act);
  pass(context.mock.timers, 1_000);
  assert.deepEqual(rooms(of('join_room')), [1, 2, 3]);
});
