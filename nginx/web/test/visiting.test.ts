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

test('whoever has gone elsewhere meanwhile stays there', async () => {
  for (const isMember of [true, false]) {
    let answer: () => void = () => undefined;
    const late = () => new Promise((done) => (answer = () => done({ ...harbour, isMember })));
    const { act, state } = page({ room: late }, visitingStory);
    await act(signedIn, mine(room(8)), { type: 'visit_room', roomId: 7 }, { type: 'open_room', roomId: 8 });
    answer();
    await act();
    assert.deepEqual([state().rooms.currentId, state().rooms.dialog], [8, undefined]);
  }
});
