import type { Action } from '../actions.ts';
import type { Roster } from './types.ts';

export function reduceRoster(roster: Roster | undefined, action: Action): Roster | undefined {
  switch (action.type) {
    case 'find_members': {
      const { roomId, query } = action;
      // What was found stays until something else is.
      return roster?.roomId === roomId
        ? { ...roster, query, loading: true, refusal: undefined }
        : { roomId, query, members: [], hasMore: false, loading: true };
    }
    case 'more_members':
      return roster && { ...roster, loading: true, refusal: undefined };
    case 'members_found': {
      // An answer to what was typed before the last keys is late.
      if (roster?.roomId !== action.roomId || roster.query !== action.query) {
        return roster;
      }
      return { ...roster, members: action.appended ? [...roster.members, ...action.members] : action.members, hasMore: action.hasMore, loading: false };
    }
    case 'member_removed':
      return roster?.roomId === action.roomId
        ? { ...roster, members: roster.members.filter(({ userId }) => userId !== action.userId) }
        : roster;
    case 'members_refused':
      return roster?.roomId === action.roomId ? { ...roster, loading: false, refusal: action.refusal } : roster;
    case 'close_dialog':
      return undefined;
    default:
      return roster;
  }
}
