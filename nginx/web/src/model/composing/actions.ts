import type { Member } from '../rooms/types.ts';

export type Person = Pick<Member, 'userId' | 'username'>;
export type People = Readonly<Record<number, readonly Person[]>>;

export type ComposingWish =
  /** Members of a room whose names begin like this. */
  | { type: 'find_people'; roomId: number; query: string };

export type ComposingHappening =
  | { type: 'people_found'; roomId: number; people: readonly Person[] };
