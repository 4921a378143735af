import type { Action } from '../actions.ts';
import type { Typing } from './types.ts';

/** More would only be counted. */
const TOLD = 20;

export function reduceTyping(typing: Typing, action: Action): Typing {
  switch (action.type) {
    case 'typing_heard': {
      const here = typing[action.roomId] ?? [];
      return here.length >= TOLD || here.some(({ userId }) => userId === action.userId)
        ? typing
        : { ...typing, [action.roomId]: [...here, { userId: action.userId, username: action.username }] };
    }
    case 'typing_over':
      return without(typing, action.roomId, action.userId);
    case 'message_arrived':
      return without(typing, action.message.roomId, action.message.userId);
    case 'presence_changed':
      return action.came ? typing : without(typing, action.roomId, action.userId);
    case 'connection_changed':
      return action.status === 'live' ? typing : {};
    default:
      return typing;
  }
}

function without(typing: Typing, roomId: number, userId: number): Typing {
  const here = typing[roomId];
  return here?.some((one) => one.userId === userId) ? { ...typing, [roomId]: here.filter((one) => one.userId !== userId) } : typing;
}
