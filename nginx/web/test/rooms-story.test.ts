import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import type { Room } from '../src/model/rooms/types.ts';
import { Problem, unreachable } from '../src/net/problem.ts';
import { happeningsOf } from '../src/story/happenings.ts';
import { directoryStory } from '../src/story/room/directory.ts';
import { roomsStory } from '../src/story/rooms.ts';
import { page } from './fake-world.ts';
import { room, signedIn } from './samples.ts';

const live: Action = { type: 'connection_changed', status: 'live' };
const offline: Action = { type: 'connection_changed', status: 'offline' };

/** A server that has these rooms of mine when it is asked. */
function server(...answers: Room[][]) {
  const asked: number[] = [];
  return { asked, myRooms: async () => answers[Math.min(asked.push(0), answers.length) - 1]! };
}

test('after a reconnect my rooms are read again, within seconds and not by everybody at once', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const rest = server([room(7, { lastReadSeq: 3, unread: 0 })], [room(7, { lastReadSeq: 3, unread: 4 })]);
  const { act, state } = page(rest, roomsStory);
  await act(signedIn);
  await act(live);
  context.mock.timers.tick(5_000);
  await act();
  assert.equal(rest.asked.length, 1, 'the first connection is no news');
  await act(offline, live);
  assert.equal(rest.asked.length, 1);
  context.mock.timers.tick(5_000);
  await act();
  assert.deepEqual([rest.asked.length, state().rooms.mine[0]?.unread], [2, 4]);
});

test('nothing is read for somebody who has left meanwhile', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const rest = server([room(7)]);
  const { act } = page(rest, roomsStory);
  await act(signedIn);
  await act(live, offline, live, { type: 'session_closed' });
  context.mock.timers.tick(5_000);
  await act();
  assert.equal(rest.asked.length, 1);
});

test('an answer from before I came into a room does not take it away again', async () => {
  const rest = server([room(7)], [room(7), room(8)]);
  const { act, state } = page(rest, roomsStory);
  await act(signedIn, { type: 'room_known', room: room(8) });
  assert.deepEqual([rest.asked.length, state().rooms.mine.map(({ id }) => id)], [2, [7, 8]]);
});

test('news of a room that was there already does not have them read again', async () => {
  const rest = server([room(7)]);
  const { act } = page(rest, roomsStory);
  await act({ type: 'my_rooms_loaded', rooms: [room(7)] }, signedIn, { type: 'room_known', room: room(7, { memberCount: 9 }) });
  assert.equal(rest.asked.length, 1);
});

test('rooms that could not be read at first are asked for until they can', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  let asked = 0;
  const myRooms = async () => {
    if (++asked < 3) {
      throw unreachable();
    }
    return [room(7)];
  };
  const { act, state } = page({ myRooms }, roomsStory);
  await act(signedIn, live);
  for (let i = 0; i < 3; i++) {
    context.mock.timers.tick(5_000);
    await act();
  }
  assert.deepEqual([asked, state().rooms.loaded], [3, true]);
});

test('a room another device of mine went to is read and listed; one I know is not read again', async () => {
  const read: number[] = [];
  const { act, state } = page({ ...server([room(7)]), room: async (id: number) => (read.push(id), room(id)) }, roomsStory);
  await act(signedIn);
  await act({ type: 'room_added', roomId: 8 }, { type: 'room_added', roomId: 7 });
  assert.deepEqual([read, state().rooms.mine.map(({ id }) => id), state().rooms.currentId], [[8], [7, 8], undefined]);
});

test('one that cannot be read now is read with the others, and one I am out of again is not mine', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const unread = async () => {
    throw unreachable();
  };
  const { act, state } = page({ ...server([room(7)], [room(7), room(8)]), room: unread }, roomsStory);
  await act(signedIn);
  await act({ type: 'room_added', roomId: 8 });
  context.mock.timers.tick(5_000);
  await act();
  assert.deepEqual(state().rooms.mine.map(({ id }) => id), [7, 8]);
  const gone = page({ ...server([room(7)]), room: async (id: number) => room(id, { isMember: false }) }, roomsStory);
  await gone.act(signedIn);
  await gone.act({ type: 'room_added', roomId: 8 });
  assert.deepEqual(gone.state().rooms.mine.map(({ id }) => id), [7]);
});

test('my rooms are read once while a page begins, and again when its first connection was long in coming', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const rest = server([room(7)], [room(7), room(8)]);
  const { act, state } = page(rest, roomsStory);
  await act(signedIn, live);
  assert.equal(rest.asked.length, 1);
  await act({ type: 'session_closed' }, signedIn);
  context.mock.timers.tick(60_000);
  await act(live);
  context.mock.timers.tick(5_000);
  await act();
  assert.deepEqual([rest.asked.length, state().rooms.mine.map(({ id }) => id)], [3, [7, 8]]);
});

test('a first read that is old, or from before a reconnect, when the socket is there is followed by another', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const readsAfter = async (ms: number, ...connections: Action[]) => {
    const answers: (() => void)[] = [];
    const { act, state } = page({ myRooms: () => new Promise((done) => answers.push(() => done([room(6 + answers.length)]))) }, roomsStory);
    await act(signedIn);
    context.mock.timers.tick(ms);
    await act(...connections);
    assert.equal(answers.length, 1, 'one at a time');
    answers[0]!();
    await act();
    context.mock.timers.tick(5_000);
    await act();
    answers[1]?.();
    await act();
    return [answers.length, state().rooms.mine.length];
  };
  assert.deepEqual(await readsAfter(4_000, live), [1, 1]);
  assert.deepEqual(await readsAfter(6_000, live), [2, 1]);
  assert.deepEqual(await readsAfter(4_000, live, offline, live), [2, 1]);
});

test('a page of the directory that failed can be asked for again, and then nothing is refused any more', async () => {
  let isDown = false;
  const directory = async (_: string, from?: number) => {
    if (isDown) {
      throw new Problem(503, 'unavailable', 'Later.');
    }
    return { items: [room(from === undefined ? 1 : 2)], hasMore: from === undefined };
  };
  const { act, state } = page({ directory }, directoryStory);
  const shown = () => [state().rooms.directory.rooms.map(({ id }) => id), state().rooms.directory.hasMore, state().rooms.refusal?.detail];
  await act(signedIn, { type: 'search_rooms', query: '' });
  isDown = true;
  await act({ type: 'more_rooms' });
  assert.deepEqual(shown(), [[1], true, 'Later.']);
  isDown = false;
  await act({ type: 'more_rooms' });
  assert.deepEqual(shown(), [[1, 2], false, undefined]);
});

test('whoever may not leave, and is taken out later, is told; whoever may have left is not', async () => {
  const after = async (problem: Problem) => {
    const leaveRoom = async () => {
      throw problem;
    };
    const { act, state } = page({ leaveRoom }, directoryStory);
    await act(signedIn, { type: 'my_rooms_loaded', rooms: [room(7)] });
    await act({ type: 'leave_room', roomId: 7 });
    assert.equal(state().trouble, problem.message);
    return happeningsOf({ type: 'kicked', room_id: 7, reason: 'removed' }, state())[0]?.type;
  };
  const refused = [new Problem(403, 'forbidden', 'No.'), new Problem(429, 'rate_limited', 'Later.', {}, 1_000), new Problem(503, 'unavailable', 'Later.', {}, 1_000)];
  assert.deepEqual(await Promise.all(refused.map(after)), ['room_lost', 'room_lost', 'room_lost']);
  const unknown = [unreachable(), new Problem(500, 'internal', 'Broken.'), new Problem(504, 'http_504', 'Late.')];
  assert.deepEqual(await Promise.all(unknown.map(after)), ['room_left', 'room_left', 'room_left']);
});
