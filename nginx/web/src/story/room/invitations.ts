import type { Problem } from '../../net/problem.ts';
import { words } from '../../words/words.ts';
import { attempt, type Story, type World } from '../world.ts';

/** Invitations: made, listed and withdrawn by a room's owner; looked at and taken by whoever was given one. */
export function invitationsStory(world: World): Story {
  const refused = (problem: Problem) => world.dispatch({ type: 'invitation_refused', refusal: problem.toRefusal() });
  /** Never was, expired, used up, withdrawn: the server does not say which. */
  const invalid = (problem: Problem) =>
    problem.status === 404
      ? world.dispatch({ type: 'invitation_refused', over: true, refusal: { detail: words().invitations.invalid, fields: {} } })
      : refused(problem);
  const run = (work: () => Promise<void>, failed = refused) => void attempt(world, work, failed);
  const { rooms: api } = world.api;

  /** Whoever is in the room already has nothing to be asked. */
  const show = async (token: string) => {
    const preview = await api.lookUp(token);
    world.dispatch(preview.isMember ? { type: 'open_room', roomId: preview.roomId } : { type: 'invitation_read', preview });
  };

  return (action, { rooms, invitations }) => {
    switch (action.type) {
      case 'open_dialog': {
        const roomId = rooms.currentId;
        if (action.dialog === 'invitations' && roomId !== undefined) {
          run(async () => world.dispatch({ type: 'invitations_loaded', list: await api.invitations(roomId) }));
        }
        break;
      }
      case 'make_invitation':
        run(async () => world.dispatch({ type: 'invitation_made', ...(await api.invite(action.roomId, action.expiresInS, action.maxUses)) }));
        break;
      case 'withdraw_invitation':
        run(async () => {
          await api.withdraw(action.roomId, action.id);
          world.dispatch({ type: 'invitation_withdrawn', id: action.id });
        });
        break;
      case 'open_invitation':
        world.dispatch({ type: 'open_dialog', dialog: 'invitation' });
        run(() => show(action.token), invalid);
        break;
      case 'accept_invitation': {
        const { token } = invitations;
        if (token !== undefined) {
          run(async () => {
            const room = await api.accept(token);
            world.dispatch({ type: 'room_known', room: { ...room, isMember: true } });
            world.dispatch({ type: 'open_room', roomId: room.id });
          }, invalid);
        }
        break;
      }
    }
  };
}
