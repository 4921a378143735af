import type { Person } from '../../model/composing/actions.ts';
import { matching } from '../../model/composing/people.ts';
import { words } from '../../words/words.ts';
import type { Suggestion } from './completing.ts';

/** Whom one can mention here. */
export interface Mentionable {
  readonly speakers: readonly Person[];
  readonly members: readonly Person[];
  readonly selfId: number;
}

const EVERYBODY = 'room';

/** People by name, and everybody last. */
export function peopleSuggestions({ speakers, members, selfId }: Mentionable, query: string, limit: number): readonly Suggestion[] {
  const people = matching(query, speakers, members, selfId, limit - 1)
    .map(({ userId, username }) => ({ key: `${userId}`, sign: '@', label: username, insert: `@${username} ` }));
  return EVERYBODY.startsWith(query.toLowerCase())
    ? [...people, { key: EVERYBODY, sign: '@', label: words().composing.everybody, insert: `@${EVERYBODY} ` }]
    : people;
}
