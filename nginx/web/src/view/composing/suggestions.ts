import type { Person } from '../../model/composing/actions.ts';
import { matching, speakersOf } from '../../model/composing/people.ts';
import type { Message } from '../../model/timeline/types.ts';
import { words } from '../../words/words.ts';
import type { Suggestion } from './completing.ts';

/** Whom one can mention here. */
export interface Mentionable {
  readonly messages: readonly Message[];
  readonly members: readonly Person[];
  readonly selfId: number;
}

const EVERYBODY = 'room';

/** People by name, and everybody last. */
export function peopleSuggestions({ messages, members, selfId }: Mentionable, query: string, limit: number): readonly Suggestion[] {
  const people = matching(query, speakersOf(messages), members, selfId, limit - 1)
    .map(({ userId, username }) => ({ key: `${userId}`, sign: '@', label: username, insert: `@${username} ` }));
  return EVERYBODY.startsWith(query.toLowerCase())
    ? [...people, { key: EVERYBODY, sign: '@', label: words().composing.everybody, insert: `@${EVERYBODY} ` }]
    : people;
}
