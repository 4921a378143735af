import type { Member } from '../rooms/types.ts';
import type { Refusal } from '../session/types.ts';

export type RosterWish =
  | { type: 'find_members'; roomId: number; query: string }
  | { type: 'more_members' }
  | { type: 'remove_member'; roomId: number; userId: number };

export type RosterHappening =
  | { type: 'members_found'; roomId: number; query: string; members: readonly Member[]; hasMore: boolean; appended: boolean }
  | { type: 'member_removed'; roomId: number; userId: number }
  | { type: 'members_refused'; roomId: number; refusal: Refusal };
