import type { Change, ChangeKind, Outgoing } from '../../model/writing/types.ts';
import { randomId } from '../../net/ids.ts';
import type { Story, World } from '../world.ts';

/** Turns what I say and change into tasks with an id of their own. From there the outbox goes on. */
export function writingStory(world: World): Story {
  const change = (roomId: number, seq: number, what: ChangeKind) => {
    const made: Change = { id: randomId(), roomId, seq, what, phase: 'queued' };
    world.dispatch({ type: 'change_queued', change: made });
  };

  return (action, state) => {
    switch (action.type) {
      case 'send': {
        const account = state.session.account;
        if (account) {
          const outgoing: Outgoing = {
            id: randomId(),
            roomId: action.roomId,
            userId: account.id,
            username: account.username,
            content: action.content,
            replyTo: action.replyTo,
            at: Date.now(),
            phase: 'queued',
          };
          world.dispatch({ type: 'message_queued', outgoing });
        }
        break;
      }
      case 'edit': {
        const before = state.timelines[action.roomId]?.messages.find(({ seq }) => seq === action.seq);
        if (before?.content !== action.content) {
          change(action.roomId, action.seq, { kind: 'edit', content: action.content });
        }
        break;
      }
      case 'remove':
        change(action.roomId, action.seq, { kind: 'remove' });
        break;
      case 'react':
        change(action.roomId, action.seq, { kind: 'react', emoji: action.emoji, on: action.on });
        break;
    }
  };
}
