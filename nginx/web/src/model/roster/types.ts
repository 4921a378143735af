import type { Member } from '../rooms/types.ts';
import type { Refusal } from '../session/types.ts';

/** The members of a room as the dialog shows them: those whose names begin as was typed. */
export interface Roster {
  readonly roomId: number;
  readonly query: string;
  readonly members: readonly Member[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly refusal?: Refusal | undefined;
}
