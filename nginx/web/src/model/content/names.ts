import type { Action } from '../actions.ts';
import { emptyTable, entriesOf, entryOf, withEntries, type Table } from '../table.ts';
import type { Message } from '../timeline/types.ts';
import { namesIn } from './content.ts';

/** Who is called what, by their number. A user name stays with its person, so whoever was met once stays known. */
export type Names = Table<string>;

export const initialNames: Names = emptyTable;

export function reduceNames(names: Names, action: Action): Names {
  switch (action.type) {
    case 'session_opened':
      return met(names, [{ userId: action.account.id, username: action.account.username }]);
    case 'message_arrived':
      return met(names, [action.message]);
    case 'history_loaded':
      return met(names, action.page.messages);
    case 'people_found':
      return met(names, action.people);
    case 'members_loaded':
      return met(names, action.members);
    default:
      return names;
  }
}

function met(names: Names, people: readonly { readonly userId: number; readonly username: string }[]): Names {
  const news = people
    .map(({ userId, username }) => [userId, username] as const)
    .filter(([userId, username]) => entryOf(names, userId) !== username);
  return news.length === 0 ? names : withEntries(names, news);
}

type Said = Pick<Message, 'content' | 'mentions' | 'mentionsRoom'>;

/** Finds the names in a message that mean somebody, in lower case: the server names the people, not where they stand in the words. */
export function mentionsAmong(names: Names): (said: Said) => readonly string[] {
  let taken: ReadonlySet<string> | undefined;
  const isTaken = (name: string) => (taken ??= new Set(entriesOf(names).map((username) => username.toLowerCase()))).has(name);

  return ({ content, mentions = [], mentionsRoom = false }) => {
    if (mentions.length === 0 && !mentionsRoom) {
      return [];
    }
    const meant = new Set(mentions.map((userId) => entryOf(names, userId)?.toLowerCase()));
    // Of somebody who was never seen here only the number is known: then a name of nobody who was is theirs.
    const isMeant = (name: string) => meant.has(name) || (name === 'room' ? mentionsRoom : meant.has(undefined) && !isTaken(name));
    return [...new Set(namesIn(content).map(({ name }) => name.toLowerCase()))].filter(isMeant);
  };
}
