import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { State } from '../src/model/state.ts';
import type { Action } from '../src/model/actions.ts';
import { initialState, reduce } from '../src/model/reducer.ts';
import { after, message, newStore, outgoing, room, seqs, signedIn } from './samples.ts';

const page = (from: number, to: number, hasMore = false, through = to): Action => ({
  type: 'history_loaded', roomId: 7, generation: 0,
  page: { hasOlder: hasMore, through, messages: Array.from({ length: to - from + 1 }, (_, i) => message(to - i)) },
});

test('a refused form says why and can be tried again', () => {
  const refusal = { detail: 'That password is too common.', fields: { password: 'too common' } };
  const state = after({ type: 'show_form', form: 'sign_up' },
    { type: 'sign_up', username: 'ada', email: 'a@b', password: 'x' }, { type: 'session_refused', refusal });
  assert.equal(state.session.busy, false);
  assert.deepEqual(state.session.refusal, refusal);
  assert.equal(state.session.form, 'sign_up');
});

test('nothing of a person is left when the session closes', () => {
  const state = after(signedIn, { type: 'my_rooms_loaded', rooms: [room(7)] }, { type: 'open_room', roomId: 7 },
    page(1, 3), { type: 'session_closed', remark: 'over' });
  assert.deepEqual(state, { ...initialState, session: { ...initialState.session, phase: 'signed_out', remark: 'over' } });
});

test('rooms are listed by name and joined ones are added once', () => {
  const state = after(signedIn, { type: 'my_rooms_loaded', rooms: [room(2, { name: 'zoo' }), room(3, { name: 'art' })] },
    { type: 'room_known', room: room(4, { name: 'music' }) }, { type: 'room_known', room: room(4, { name: 'music', memberCount: 2 }) });
  assert.deepEqual(state.rooms.mine.map(({ name, memberCount }) => [name, memberCount]), [['art', 1], ['music', 2], ['zoo', 1]]);
});

test('opening a room visits it once, as the last one', () => {
  const state = after(signedIn, { type: 'open_room', roomId: 7 }, { type: 'open_room', roomId: 8 }, { type: 'open_room', roomId: 7 });
  assert.deepEqual(state.rooms.visited, [8, 7]);
});

test('a late answer to an older search is dropped', () => {
  const state = after(signedIn, { type: 'search_rooms', query: 'a' }, { type: 'search_rooms', query: 'ab' },
    { type: 'directory_loaded', query: 'a', rooms: [room(1)], hasMore: false, appended: false });
  assert.deepEqual([state.rooms.directory.rooms.length, state.rooms.directory.loading], [0, true]);
});

test('who may not leave one room may still be leaving another', () => {
  const leaving = (refused: number) => after({ type: 'leave_room', roomId: 7 }, { type: 'leave_refused', roomId: refused }).rooms.leavingId;
  assert.deepEqual([leaving(8), leaving(7)], [7, undefined]);
});

test('leaving a room closes it and drops its messages', () => {
  const state = after(signedIn, { type: 'my_rooms_loaded', rooms: [room(7)] }, { type: 'open_room', roomId: 7 },
    page(1, 3), { type: 'room_left', roomId: 7 });
  assert.deepEqual([state.rooms.mine, state.rooms.currentId, state.rooms.visited, state.timelines], [[], undefined, [], {}]);
});

test('older pages come in front and say whether there is more', () => {
  const state = after(signedIn, page(51, 60, true), { type: 'history_asked', roomId: 7, page: 'older' }, page(41, 50, false, 60));
  assert.deepEqual(seqs(state.timelines[7]!), Array.from({ length: 20 }, (_, i) => 41 + i));
  assert.equal(state.timelines[7]!.hasOlder, false);
  assert.equal(state.timelines[7]!.loading, undefined);
});

test('a room that is lost goes from the list with a word, and keeps what could not be sent there', () => {
  const remark = 'You are no longer a member of room 7.';
  const state = after(signedIn, { type: 'my_rooms_loaded', rooms: [room(7)] }, { type: 'open_room', roomId: 7 }, page(1, 3),
    { type: 'message_queued', outgoing: outgoing('a') }, { type: 'room_lost', roomId: 7, remark });
  assert.deepEqual([state.rooms.mine, state.rooms.currentId, state.rooms.visited, state.trouble], [[], undefined, [], remark]);
  assert.deepEqual(state.timelines[7]?.outgoing.map(({ content, phase }) => [content, phase]), [['mine', 'failed']]);
  assert.deepEqual(state.timelines[7]?.messages, []);
});

test('what was typed into a message stays when another room is opened, and goes with the room', () => {
  const typed = after(signedIn, { type: 'start_edit', roomId: 7, seq: 3, draft: 'wrod' },
    { type: 'keep_edit', roomId: 7, seq: 3, draft: 'word' }, { type: 'keep_edit', roomId: 7, seq: 2, draft: 'late' }, { type: 'open_room', roomId: 8 });
  assert.deepEqual(typed.editing, { roomId: 7, seq: 3, draft: 'word' });
  assert.equal(reduce(typed, { type: 'room_left', roomId: 7 }).editing, undefined);
  assert.equal(reduce(typed, { type: 'edit', roomId: 7, seq: 3, content: 'word' }).editing, undefined);
});

test('an edit that an earlier page sent is not taken up again, whichever is read first', () => {
  const restored = (draft: string): Action => ({ type: 'outbox_restored', outgoing: [], changes: [], drafts: {}, editing: { roomId: 7, seq: 2, draft } });
  const { content } = message(2);
  assert.equal(after(signedIn, restored(content), page(1, 3)).editing, undefined);
  assert.equal(after(signedIn, page(1, 3), restored(content)).editing, undefined);
  assert.equal(after(signedIn, page(1, 3), restored('wor')).editing?.draft, 'wor');
  const typed = after(signedIn, restored('wor'), { type: 'keep_edit', roomId: 7, seq: 2, draft: content }, page(1, 3));
  assert.equal(typed.editing?.draft, content, 'it is under somebody\'s cursor');
});

test('each room keeps what was typed until it is sent', () => {
  const typed = after(signedIn, { type: 'keep_draft', roomId: 7, draft: 'so' }, { type: 'keep_draft', roomId: 8, draft: 'else' }, { type: 'keep_draft', roomId: 7, draft: 'so on' });
  const texts = ({ drafts }: State) => Object.entries(drafts).map(([roomId, { text }]) => `${roomId}: ${text}`);
  assert.deepEqual(texts(typed), ['7: so on', '8: else']);
  assert.deepEqual(texts(reduce(typed, { type: 'send', roomId: 7, content: 'so on' })), ['8: else']);
  assert.deepEqual(texts(reduce(typed, { type: 'keep_draft', roomId: 8, draft: '' })), ['7: so on']);
});

test('the remove dialog knows its message and forgets it', () => {
  const removing = { roomId: 7, seq: 3, username: 'bo', content: 'word 3', mine: false };
  const asked = after(signedIn, { type: 'ask_remove', ...removing });
  assert.deepEqual([asked.rooms.dialog, asked.rooms.removing], ['remove', removing]);
  assert.equal(reduce(asked, { type: 'close_dialog' }).rooms.removing, undefined);
});

test('a room that goes takes a dialog along only when it is the open one', () => {
  const asking = (...last: Action[]) => after(signedIn, { type: 'open_room', roomId: 7 }, { type: 'open_dialog', dialog: 'members' }, ...last).rooms.dialog;
  assert.equal(asking({ type: 'room_left', roomId: 8 }), 'members');
  assert.equal(asking({ type: 'room_lost', roomId: 7, remark: 'gone' }), undefined);
});

test('the connection remembers that it was live', () => {
  const state = after({ type: 'connection_changed', status: 'live' }, { type: 'connection_changed', status: 'offline' });
  assert.deepEqual([state.connection.status, state.connection.wasLive], ['offline', true]);
});

test('listeners see every action in order, also those dispatched by listeners', () => {
  const store = newStore();
  const seen: string[] = [];
  store.listen((_, action) => action.type === 'send' && store.dispatch({ type: 'message_queued', outgoing: outgoing('a') }));
  store.listen((state, action) => seen.push(`${action.type} ${state.timelines[7]?.outgoing.length ?? 0}`));
  store.dispatch({ type: 'send', roomId: 7, content: 'mine' });
  assert.deepEqual(seen, ['send 0', 'message_queued 1']);
});
