import type { Action } from '../actions.ts';
import type { Message } from '../timeline/types.ts';
import type { People, Person } from './actions.ts';

/** Everybody who was found once stays known. */
export function reducePeople(people: People, action: Action): People {
  switch (action.type) {
    case 'people_found':
    case 'members_loaded':
      return { ...people, [action.roomId]: distinct([...(action.type === 'people_found' ? action.people : action.members), ...(people[action.roomId] ?? [])]) };
    case 'room_left':
    case 'room_lost': {
      const { [action.roomId]: _, ...others } = people;
      return others;
    }
    default:
      return people;
  }
}

/** Who spoke here, the last one first. */
export function speakersOf(messages: readonly Message[]): readonly Person[] {
  return distinct([...messages].reverse().map(({ userId, username }) => ({ userId, username })));
}

/** Names that begin with what was typed come before those that hold it; among them, who spoke last comes first. */
export function matching(query: string, speakers: readonly Person[], members: readonly Person[], selfId: number, limit: number): readonly Person[] {
  const wanted = query.toLowerCase();
  const rank = ({ username }: Person) => {
    const at = username.toLowerCase().indexOf(wanted);
    return at < 0 ? undefined : Math.min(at, 1);
  };
  return distinct([...speakers, ...members])
    .filter((person) => person.userId !== selfId)
    .map((person) => ({ person, rank: rank(person) }))
    .filter((found): found is { person: Person; rank: number } => found.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ person }) => person);
}

function distinct(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map(({ userId, username }) => [userId, { userId, username }])).values()];
}
