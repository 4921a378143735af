import assert from 'node:assert/strict';
import { test } from 'node:test';
import { peopleFor, roomsToAsk } from '../src/model/rooms/finding.ts';
import { peopleMet } from '../src/model/rooms/people.ts';
import { Problem } from '../src/net/problem.ts';
import { rosterStory } from '../src/story/room/roster.ts';
import { page } from './fake-world.ts';
import { after, loaded, message, room, signedIn } from './samples.ts';

const member = (userId: number, username: string, role = 'member') => ({ userId, username, role });
const open = { type: 'open_room', roomId: 7 } as const;
const show = { type: 'open_dialog', dialog: 'members' } as const;

/** A server with these members, two a page. */
function members(all: ReturnType<typeof member>[]) {
  return async (_: number, query: string, from = 0) => {
    const found = all.filter(({ username, userId }) => username.startsWith(query) && userId > from);
    return { items: found.slice(0, 2), hasMore: found.length > 2 };
  };
}

const people = [member(1, 'ada', 'owner'), member(2, 'ben'), member(3, 'bea'), member(4, 'bert')];
const names = (state: ReturnType<ReturnType<typeof page>['state']>) => state.roster?.members.map(({ username }) => username);

test('members come page by page, and by how their names begin', async () => {
  const { act, state } = page({ rooms: { members: members(people) } }, rosterStory);
  await act(signedIn, open, show);
  assert.deepEqual([names(state()), state().roster?.hasMore], [['ada', 'ben'], true]);
  await act({ type: 'more_members' });
  assert.deepEqual([names(state()), state().roster?.hasMore], [['ada', 'ben', 'bea', 'bert'], false]);
  await act({ type: 'find_members', roomId: 7, query: 'be' });
  assert.deepEqual(names(state()), ['ben', 'bea']);
  await act({ type: 'close_dialog' });
  assert.equal(state().roster, undefined);
});

test('an answer to what was typed before is late', () => {
  const state = after(signedIn, open, { type: 'find_members', roomId: 7, query: 'a' }, { type: 'find_members', roomId: 7, query: 'ab' },
    { type: 'members_found', roomId: 7, query: 'a', members: people, hasMore: true, appended: false });
  assert.deepEqual([state.roster?.members, state.roster?.loading], [[], true]);
});

test('who is removed goes from the list; who cannot be stays, and it is said why', async () => {
  const removed: number[] = [];
  const removeMember = async (_: number, userId: number) => {
    if (userId === 3) {
      throw new Problem(403, 'forbidden', 'No');
    }
    removed.push(userId);
  };
  const { act, state } = page({ rooms: { members: members(people), removeMember }, room: async () => room(7, { memberCount: 3 }) }, rosterStory);
  await act(signedIn, { type: 'room_known', room: room(7, { memberCount: 4 }) }, open, show, { type: 'remove_member', roomId: 7, userId: 2 });
  assert.deepEqual([removed, names(state()), state().rooms.mine[0]?.memberCount], [[2], ['ada'], 3]);
  await act({ type: 'remove_member', roomId: 7, userId: 3 });
  assert.equal(state().roster?.refusal?.detail, 'No');
});

test('who was removed is, also when nobody can be counted then; and what failed once is not said for ever', async () => {
  let isDown = true;
  const down = async () => {
    throw new Problem(503, 'unavailable', 'Later');
  };
  const list = members(people);
  const some = (...asked: Parameters<typeof list>) => (isDown && asked[2] !== undefined ? down() : list(...asked));
  const { act, state } = page({ rooms: { members: some, removeMember: async () => undefined }, room: down }, rosterStory);
  await act(signedIn, { type: 'room_known', room: room(7) }, open, show);
  await act({ type: 'remove_member', roomId: 7, userId: 2 });
  assert.deepEqual([names(state()), state().roster?.refusal], [['ada'], undefined]);
  await act({ type: 'more_members' });
  assert.equal(state().roster?.refusal?.detail, 'Later');
  isDown = false;
  await act({ type: 'more_members' });
  assert.equal(state().roster?.refusal, undefined);
});

test('I can write to those I have met, once', () => {
  const known = after(signedIn, open, { type: 'members_loaded', roomId: 7, members: people, complete: true },
    { type: 'room_known', room: room(8, { kind: 'direct', muted: false, peer: { id: 2, username: 'ben' } }) });
  const state = { ...known, timelines: { 7: loaded(message(1, { userId: 9, username: 'cleo' }), message(2, { userId: 10, username: 'deleted user' })) } };
  assert.deepEqual(peopleMet(state).map(({ username }) => username), ['bea', 'bert', 'cleo']);
  assert.deepEqual(peopleFor('BE', peopleMet(state)).map(({ username }) => username), ['bea', 'bert']);
  assert.deepEqual(peopleFor(' ', peopleMet(state)), []);
});

test('members are looked for in the rooms that have the most of them', () => {
  const rooms = [room(1, { memberCount: 2 }), room(2, { memberCount: 9, kind: 'direct' }), room(3, { memberCount: 7 }), room(4, { memberCount: 3 }), room(5, { memberCount: 4 })];
  assert.deepEqual(roomsToAsk(rooms).map(({ id }) => id), [3, 5, 4]);
});

test('whom I have met I can write to when I am in no room any more, and whom the text area found too', () => {
  const left = after(signedIn, open, { type: 'room_known', room: room(7) }, { type: 'members_loaded', roomId: 7, members: people, complete: true },
    { type: 'room_left', roomId: 7 });
  assert.deepEqual(peopleMet(left).map(({ username }) => username), ['ben', 'bea', 'bert']);
  const found = after(signedIn, { type: 'people_found', roomId: 7, people: [member(2, 'ben')] });
  assert.deepEqual(peopleMet(found), [{ id: 2, username: 'ben' }]);
});
