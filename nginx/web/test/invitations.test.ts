import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../src/net/problem.ts';
import { invitationsStory } from '../src/story/room/invitations.ts';
import { page } from './fake-world.ts';
import { room, signedIn } from './samples.ts';

const invitation = (id: number) => ({ id, expiresAt: 1_000, uses: 0 });
const preview = { roomId: 9, name: 'Harbour', description: '', kind: 'private', memberCount: 2, expiresAt: 1_000, isMember: false } as const;
const gone = async () => {
  throw new Problem(404, 'not_found', 'Nothing here');
};
const openList = [{ type: 'open_room', roomId: 7 }, { type: 'open_dialog', dialog: 'invitations' }] as const;

test('an owner makes invitations, sees the link once, and withdraws them', async () => {
  const asked: unknown[] = [];
  const rooms = {
    invitations: async () => [invitation(1)],
    invite: async (...given: unknown[]) => {
      asked.push(given);
      return { invitation: invitation(2), path: '/#/invitations/abc' };
    },
    withdraw: async (...given: unknown[]) => void asked.push(given),
  };
  const { act, state } = page({ rooms }, invitationsStory);
  await act(signedIn, ...openList);
  assert.deepEqual(state().invitations.list.map(({ id }) => id), [1]);
  await act({ type: 'make_invitation', roomId: 7, expiresInS: 3_600, maxUses: 10 });
  assert.deepEqual([state().invitations.madePath, state().invitations.list.map(({ id }) => id)], ['/#/invitations/abc', [2, 1]]);
  await act({ type: 'withdraw_invitation', roomId: 7, id: 1 });
  assert.deepEqual([state().invitations.list.map(({ id }) => id), asked], [[2], [[7, 3_600, 10], [7, 1]]]);
  await act({ type: 'close_dialog' }, ...openList.slice(1));
  assert.equal(state().invitations.madePath, undefined);
});

test('whoever is invited sees the room before going in', async () => {
  const { act, state } = page({ rooms: { lookUp: async () => preview, accept: async () => room(9, { isMember: false }) } }, invitationsStory);
  await act(signedIn, { type: 'open_invitation', token: 'abc' });
  assert.deepEqual([state().rooms.dialog, state().invitations.preview], ['invitation', preview]);
  await act({ type: 'accept_invitation' });
  assert.deepEqual([state().rooms.currentId, state().rooms.mine.map(({ id }) => id), state().rooms.dialog], [9, [9], undefined]);
  assert.equal(state().invitations.token, undefined);
});

test('an invitation that opens nothing says so, before and while it is taken', async () => {
  const before = page({ rooms: { lookUp: gone } }, invitationsStory);
  await before.act(signedIn, { type: 'open_invitation', token: 'abc' });
  assert.equal(before.state().invitations.refusal?.detail, 'This invitation is not valid any more. Ask for another one.');
  const meanwhile = page({ rooms: { lookUp: async () => preview, accept: gone } }, invitationsStory);
  await meanwhile.act(signedIn, { type: 'open_invitation', token: 'abc' });
  await meanwhile.act({ type: 'accept_invitation' });
  assert.equal(meanwhile.state().invitations.refusal?.detail, 'This invitation is not valid any more. Ask for another one.');
  assert.deepEqual([meanwhile.state().rooms.currentId, meanwhile.state().invitations.preview], [undefined, undefined]);
});

test('what is refused for now can be tried again', async () => {
  const busy = async () => {
    throw new Problem(429, 'rate_limited', 'Later');
  };
  const { act, state } = page({ rooms: { lookUp: async () => preview, accept: busy } }, invitationsStory);
  await act(signedIn, { type: 'open_invitation', token: 'abc' }, { type: 'accept_invitation' });
  assert.deepEqual([state().invitations.preview, state().invitations.refusal?.detail], [preview, 'Later']);
});

test('an answer that comes late says nothing of another invitation, nor of another room', async () => {
  const answers = new Map<string, () => void>();
  const lookUp = (token: string) => new Promise<typeof preview>((done) => answers.set(token, () => done({ ...preview, name: token as 'Harbour' })));
  const asked = page({ rooms: { lookUp } }, invitationsStory);
  await asked.act(signedIn, { type: 'open_invitation', token: 'first' }, { type: 'open_invitation', token: 'second' });
  answers.get('second')?.();
  await asked.act();
  answers.get('first')?.();
  await asked.act();
  assert.deepEqual([asked.state().invitations.token, asked.state().invitations.preview?.name], ['second', 'second']);

  const lists = new Map<number, () => void>();
  const invitations = (roomId: number) => new Promise((done) => lists.set(roomId, () => done([invitation(roomId)])));
  const { act, state } = page({ rooms: { invitations } }, invitationsStory);
  await act(signedIn, ...openList, { type: 'close_dialog' }, { type: 'open_room', roomId: 8 }, openList[1]);
  lists.get(8)?.();
  await act();
  lists.get(7)?.();
  await act();
  assert.deepEqual(state().invitations.list.map(({ id }) => id), [8]);
});

test('a member is led straight in', async () => {
  const { act, state } = page({ rooms: { lookUp: async () => ({ ...preview, isMember: true }) } }, invitationsStory);
  await act(signedIn, { type: 'open_invitation', token: 'abc' });
  assert.deepEqual([state().rooms.currentId, state().rooms.dialog, state().invitations.token], [9, undefined, undefined]);
});
