import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/net/problem.ts';
import { happeningsOf } from '../src/story/happenings.ts';
import { roomSettingsStory } from '../src/story/room/settings.ts';
import { page } from './fake-world.ts';
import { after, room, signedIn } from './samples.ts';

const known = { type: 'room_known', room: room(7, { muted: false, isOwner: true }) } as const;
const refused = async () => {
  throw new Problem(403, 'forbidden', 'No');
};

test('what an owner changes is shown as the server has it, and the dialog closes', async () => {
  const change = async (id: number, what: object) => room(id, { ...what, isOwner: true });
  const { act, state } = page({ rooms: { change } }, roomSettingsStory);
  await act(signedIn, known, { type: 'open_dialog', dialog: 'details' },
    { type: 'change_room', roomId: 7, name: 'Tea', topic: 'green', description: 'leaves' });
  const { name, topic, description } = state().rooms.mine[0]!;
  assert.deepEqual([name, topic, description, state().rooms.dialog, state().rooms.busy], ['Tea', 'green', 'leaves', undefined, false]);
});

test('a refused change stays in the dialog', async () => {
  const { act, state } = page({ rooms: { change: refused } }, roomSettingsStory);
  await act(signedIn, known, { type: 'open_dialog', dialog: 'details' },
    { type: 'change_room', roomId: 7, name: 'Tea', topic: '', description: '' });
  assert.deepEqual([state().rooms.dialog, state().rooms.refusal?.detail, state().rooms.busy], ['details', 'No', false]);
});

test('muting shows at once and is taken back when it is refused', async () => {
  const { act, state } = page({ rooms: { mute: refused } }, roomSettingsStory);
  await act(signedIn, known);
  const done = act({ type: 'mute_room', roomId: 7, muted: true });
  assert.equal(state().rooms.mine[0]?.muted, true);
  await done;
  assert.equal(state().rooms.mine[0]?.muted, false);
});

test('writing to somebody opens the room of the two', async () => {
  const direct = async (id: number) => room(20, { name: '', kind: 'direct', peer: { id, username: 'ben' } });
  const { act, state } = page({ rooms: { direct } }, roomSettingsStory);
  await act(signedIn, { type: 'message_person', userId: 2 });
  assert.deepEqual([state().rooms.currentId, state().rooms.mine[0]?.peer?.username], [20, 'ben']);
});

test('where that is refused, the page says so', async () => {
  const { act, state } = page({ rooms: { direct: refused } }, roomSettingsStory);
  await act(signedIn, { type: 'open_dialog', dialog: 'switcher' }, { type: 'message_person', userId: 2 });
  assert.deepEqual([state().rooms.dialog, state().trouble], [undefined, 'No']);
});

test('what the server says of a room I am not in any more does not bring it back', async () => {
  const answers: (() => void)[] = [];
  const late = (id: number) => new Promise((done) => answers.push(() => done(room(id, { muted: true }))));
  const { act, state } = page({ rooms: { mute: late, change: late } }, roomSettingsStory);
  await act(signedIn, known, { type: 'mute_room', roomId: 7, muted: true }, { type: 'change_room', roomId: 7, name: 'Tea', topic: '', description: '' },
    { type: 'room_lost', roomId: 7, remark: 'Gone.' });
  answers.forEach((answer) => answer());
  await act();
  assert.deepEqual(state().rooms.mine, []);
});

test('frames about rooms become what happened', () => {
  const state = after(signedIn, known, { type: 'open_room', roomId: 7 });
  assert.deepEqual(happeningsOf({ type: 'room_added', room_id: 8 }, state), [{ type: 'room_added', roomId: 8 }]);
  assert.deepEqual(happeningsOf({ type: 'muted', room_id: 7, muted: true }, state), [{ type: 'room_muted', roomId: 7, muted: true }]);
  assert.deepEqual(happeningsOf({ type: 'room_changed', room_id: 7, name: 'Tea', topic: 'green', description: '' }, state),
    [{ type: 'room_changed', roomId: 7, name: 'Tea', topic: 'green', description: '' }]);
});

test('a room that is gone says so to whoever looks at it, and to nobody else', () => {
  const frame = { type: 'room_removed', room_id: 7 } as const;
  const looking = after(signedIn, known, { type: 'open_room', roomId: 7 });
  assert.deepEqual(happeningsOf(frame, looking), [{ type: 'room_lost', roomId: 7, remark: 'You are no longer a member of room 7.' }]);
  assert.deepEqual(happeningsOf(frame, after(signedIn, known)), [{ type: 'room_lost', roomId: 7, remark: 'You are no longer a member of room 7.', quiet: true }]);
  const leaving = after(signedIn, known, { type: 'open_room', roomId: 7 }, { type: 'leave_room', roomId: 7 });
  assert.deepEqual(happeningsOf(frame, leaving), [{ type: 'room_left', roomId: 7 }]);
  assert.deepEqual(happeningsOf(frame, after(signedIn)), [], 'kicked has said it already');
});

test('who has left already hears no more of it', () => {
  const frame = { type: 'kicked', room_id: 7, reason: 'left' } as const;
  const here = after(signedIn, known, { type: 'open_room', roomId: 7 }, { type: 'leave_room', roomId: 7 });
  assert.deepEqual(happeningsOf(frame, here), [{ type: 'room_left', roomId: 7 }]);
  assert.deepEqual(happeningsOf(frame, after(signedIn, known, { type: 'open_room', roomId: 7 }, { type: 'leave_room', roomId: 7 }, { type: 'room_left', roomId: 7 })), []);
});
