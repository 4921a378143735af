import type { Action } from '../../model/actions.ts';
import type { Problem } from '../../net/problem.ts';
import { words } from '../../words/words.ts';
import { attempt, type Story, type World } from '../world.ts';
import { enterRoom, gainRoom } from './entering.ts';

/** Invitations: made, listed and withdrawn by a room's owner; looked at and taken by whoever was given one. */
export function invitationsStory(world: World): Story {
  const refused = (problem: Problem) => world.dispatch({ type: 'invitation_refused', refusal: problem.toRefusal() });
  /** Never was, expired, used up, withdrawn: the server does not say which. */
  const invalid = (problem: Problem) =>
    problem.status === 404
      ? world.dispatch({ type: 'invitation_refused', over: true, refusal: { detail: words().invitations.invalid, fields: {} } })
      : refused(problem);
  /** Tells what came of it, and why nothing did, only to the dialog it was asked in: another one is about another room. */
  const ask = (still: () => boolean, work: () => Promise<Action>, failed = refused) => void attempt(
    world,
    async () => {
      const action = await work();
      if (still()) {
        world.dispatch(action);
      }
    },
    (problem) => still() && failed(problem),
  );
  const listed = (roomId: number) => () => {
    const { rooms } = world.state();
    return rooms.dialog === 'invitations' && rooms.currentId === roomId;
  };
  const shown = (token: string) => () => world.state().invitations.token === token;
  const { rooms: api } = world.api;

  return (action, { rooms, invitations }) => {
    switch (action.type) {
      case 'open_dialog': {
        const roomId = rooms.currentId;
        if (action.dialog === 'invitations' && roomId !== undefined) {
          ask(listed(roomId), async () => ({ type: 'invitations_loaded', list: await api.invitations(roomId) }));
        }
        break;
      }
      case 'make_invitation':
        ask(listed(action.roomId), async () => ({ type: 'invitation_made', ...(await api.invite(action.roomId, action.expiresInS, action.maxUses)) }));
        break;
      case 'withdraw_invitation':
        ask(listed(action.roomId), async () => {
          await api.withdraw(action.roomId, action.id);
          return { type: 'invitation_withdrawn', id: action.id };
        });
        break;
      case 'open_invitation':
        world.dispatch({ type: 'open_dialog', dialog: 'invitation' });
        ask(shown(action.token), async () => {
          const preview = await api.lookUp(action.token);
          // Whoever is in the room already has nothing to be asked.
          return preview.isMember ? { type: 'open_room', roomId: preview.roomId } : { type: 'invitation_read', preview };
        }, invalid);
        break;
      case 'accept_invitation': {
        const { token } = invitations;
        if (token !== undefined) {
          const isShown = shown(token);
          const take = async () => {
            const room = await api.accept(token);
            (isShown() ? enterRoom : gainRoom)(world, room);
          };
          void attempt(world, take, (problem) => isShown() && invalid(problem));
        }
        break;
      }
    }
  };
}
