import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import type { Room } from '../src/model/rooms/types.ts';
import { headcountStory } from '../src/story/room/headcount.ts';
import { page } from './fake-world.ts';
import { room, signedIn } from './samples.ts';

const mine: Action = { type: 'my_rooms_loaded', rooms: [room(7), room(8), room(9, { memberCount: 50 })] };
const open = (roomId: number): Action => ({ type: 'open_room', roomId });
const inside = (roomId: number): Action => ({ type: 'room_entered', roomId, head: 1, epoch: 'e' });
const comes = (roomId: number): Action => ({ type: 'presence_changed', roomId, userId: 2, username: 'ben', came: true });

/** A server where every room has three people by now. */
function counted(answer = async (id: number): Promise<Room> => room(id, { memberCount: 3 })) {
  const asked: number[] = [];
  const { act, state } = page({ room: (id: number) => (asked.push(id), answer(id)) }, headcountStory);
  const known = (roomId: number) => state().rooms.mine.find(({ id }) => id === roomId);
  return { asked, act, known, count: (roomId: number) => known(roomId)?.memberCount };
}

test('somebody who comes into the open room is counted, whatever happens in others', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, act, count } = counted();
  await act(signedIn, mine, open(7), inside(7), comes(7), comes(7), comes(8));
  context.mock.timers.tick(1_000);
  await act();
  assert.deepEqual([asked, count(7)], [[7], 3]);
});

test('a room that is opened again has who came meanwhile, with or without a socket', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, act, count } = counted();
  await act(signedIn, mine, open(7));
  context.mock.timers.tick(1_000);
  await act(inside(7), open(8), open(7));
  context.mock.timers.tick(1_000);
  await act();
  assert.deepEqual([asked, count(7)], [[7], 3], 'where the socket is about to come in, it is told anyway');
});

test('in a big room nobody counts who comes, nor anybody for who has left', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, act } = counted();
  await act(signedIn, mine, open(9), comes(9), open(7), comes(7), { type: 'session_closed' });
  context.mock.timers.tick(1_000);
  await act();
  assert.deepEqual(asked, []);
});

test('a big room is counted when it is opened again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, act } = counted();
  await act(signedIn, mine, open(9), inside(9), comes(9), open(7), open(9));
  context.mock.timers.tick(1_000);
  await act();
  assert.deepEqual(asked, [9]);
});

test('a late count takes nothing back that was told meanwhile', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let answer: () => void = () => undefined;
  const { act, known } = counted((id) => new Promise((done) => (answer = () => done(room(id, { name: 'before', memberCount: 3 })))));
  await act(signedIn, mine, open(7), comes(7));
  context.mock.timers.tick(1_000);
  await act({ type: 'room_changed', roomId: 7, name: 'after', topic: 'new', description: '' }, { type: 'room_muted', roomId: 7, muted: true });
  answer();
  await act();
  const { name, topic, muted, memberCount } = known(7)!;
  assert.deepEqual([name, topic, muted, memberCount], ['after', 'new', true, 3]);
});

test('an answer that comes when I am not in the room any more does not bring it back', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let answer: () => void = () => undefined;
  const { act, count } = counted((id) => new Promise((done) => (answer = () => done(room(id)))));
  await act(signedIn, mine, open(7), comes(7));
  context.mock.timers.tick(1_000);
  await act({ type: 'room_lost', roomId: 7, remark: 'Gone.' });
  answer();
  await act();
  assert.equal(count(7), undefined);
});
