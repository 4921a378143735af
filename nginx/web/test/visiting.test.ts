import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import type { Room } from '../src/model/rooms/types.ts';
import { Problem } from '../src/net/problem.ts';
import { liveStory } from '../src/story/live.ts';
import { directoryStory } from '../src/story/room/directory.ts';
import { visitingStory } from '../src/story/room/visiting.ts';
import { roomsStory } from '../src/story/rooms.ts';
import { page } from './fake-world.ts';
import { room, signedIn } from './samples.ts';

const live: Action = { type: 'connection_changed', status: 'live' };
const open: Action = { type: 'open_room', roomId: 7 };
const mine = (...rooms: Room[]): Action => ({ type: 'my_rooms_loaded', rooms });
const harbour = room(7, { name: 'Harbour', isMember: false });

function visitor(found: Room | Problem = harbour) {
  const answer = async () => {
    if (found instanceof Problem) {
      throw found;
    }
    return found;
  };
  return page({ room: answer, joinRoom: async () => harbour, myRooms: () => new Promise(() => undefined) }, liveStory, roomsStory, directoryStory, visitingStory);
}

test('the room of an address is entered once it is known to be mine', async () => {
  const { act, sent } = visitor();
  await act(signedIn, open, live);
  assert.deepEqual(sent, []);
  await act(mine(room(7)));
  assert.deepEqual(sent, [{ type: 'join_room', room_id: 7 }]);
});

test('one that is not mine is closed and offered, and nobody is made a member unasked', async () => {
  const { act, sent, state } = visitor();
  await act(signedIn, open, { type: 'show_message', roomId: 7, seq: 5 }, live, mine(room(8)));
  assert.deepEqual([state().rooms.currentId, state().rooms.dialog, state().rooms.offered], [undefined, 'offer', { room: harbour, seq: 5 }]);
  await act({ type: 'close_dialog' });
  assert.deepEqual([sent, state().rooms.offered], [[], undefined]);
});

test('a room that was left meanwhile is offered again, whatever led to it', async () => {
  const { act, state } = visitor();
  await act(signedIn, live, mine(), open);
  assert.deepEqual([state().rooms.currentId, state().rooms.dialog], [undefined, 'offer']);
});

test('whoever takes the offer sees the message the address named', async () => {
  const { act, state } = visitor();
  await act(signedIn, live, mine(), { type: 'visit_room', roomId: 7, seq: 5 }, { type: 'join_room', roomId: 7, seq: 5 });
  assert.deepEqual([state().rooms.currentId, state().timelines[7]?.target, state().rooms.dialog], [7, { seq: 5 }, undefined]);
});

test('one that I am a member of by now is opened, one that is nowhere is told', async () => {
  const member = visitor({ ...harbour, isMember: true });
  await member.act(signedIn, live, mine(), { type: 'visit_room', roomId: 7 });
  assert.deepEqual([member.state().rooms.currentId, member.sent], [7, [{ type: 'join_room', room_id: 7 }]]);
  const { act, state } = visitor(new Problem(404, 'not_found', 'No'));
  await act(signedIn, live, mine(), { type: 'visit_room', roomId: 7 });
  assert.deepEqual([state().rooms.dialog, state().trouble], [undefined, 'This room is not there, or not open to you.']);
});

test('a room that was entered once is left alone when it is missing from my rooms: its resume says what became of it', async () => {
  const { act, state } = visitor();
  await act(signedIn, live, mine(room(7)), open, { type: 'room_entered', roomId: 7, head: 1, epoch: 'e' }, mine());
  assert.equal(state().rooms.currentId, 7);
});

/** A page whose answers come when they are given, in any order. */
function waiting() {
  const answers = new Map<number, (found: Room | Problem) => void>();
  const late = (id: number) => new Promise<Room>((done, fail) => answers.set(id, (found) => (found instanceof Problem ? fail(found) : done(found))));
  const one = page({ room: late }, visitingStory);
  const answer = async (id: number, found: Room | Problem = room(id)) => {
    answers.get(id)!(found);
    await one.act();
  };
  return { ...one, answer };
}
const visit = (roomId: number): Action => ({ type: 'visit_room', roomId });
const nowhere = new Problem(404, 'not_found', 'No');

test('whoever has gone elsewhere meanwhile stays there, and hears of it no more', async () => {
  for (const found of [harbour, room(7), nowhere]) {
    for (const move of [{ type: 'open_room', roomId: 8 }, { type: 'open_settings' }] as const) {
      const { act, answer, state } = waiting();
      await act(signedIn, mine(room(8)), visit(7), move);
      await answer(7, found);
      assert.deepEqual([state().rooms.currentId, state().settings.open], move.type === 'open_room' ? [8, false] : [undefined, true]);
      assert.deepEqual([state().rooms.dialog, state().trouble], [undefined, undefined]);
    }
  }
});

test('of two addresses followed in a row the later one counts, whichever is answered first', async () => {
  for (const order of [[7, 9], [9, 7]]) {
    const { act, answer, state } = waiting();
    await act(signedIn, mine(room(8)), visit(7), visit(9));
    for (const id of order) {
      await answer(id);
    }
    assert.equal(state().rooms.currentId, 9);
  }
});
