import { titleOf } from './order.ts';
import type { Peer, Room, Rooms } from './types.ts';

const MOST = 20;
const MOST_PEOPLE = 5;
/** In the biggest rooms nearly everybody is somewhere; each of them costs a question. */
const ROOMS_ASKED = 3;

/** My rooms that a few typed letters may mean, the likeliest first; without any, those opened last, then the others. */
export function roomsFor(query: string, rooms: Rooms): readonly Room[] {
  const wanted = folded(query.trim());
  const recency = (room: Room) => rooms.visited.indexOf(room.id);
  const newestFirst = [...rooms.mine].sort((a, b) => recency(b) - recency(a));
  if (wanted === '') {
    const others = newestFirst.filter(({ id }) => id !== rooms.currentId);
    return (others.length > 0 ? others : newestFirst).slice(0, MOST);
  }
  return newestFirst
    .map((room) => ({ room, score: likeness(wanted, folded(titleOf(room))) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score) // stable: alike ones stay by recency
    .slice(0, MOST)
    .map(({ room }) => room);
}

/** People whose names the letters may mean, after the rooms; without letters nobody. */
export function peopleFor(query: string, people: readonly Peer[]): readonly Peer[] {
  const wanted = folded(query.trim());
  return wanted === '' ? [] : people
    .map((person) => ({ person, score: likeness(wanted, folded(person.username)) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_PEOPLE)
    .map(({ person }) => person);
}

/** Rooms whose members may be meant, those with the most people first. */
export function roomsToAsk(mine: readonly Room[]): readonly Room[] {
  return mine.filter(({ kind }) => kind !== 'direct').sort((a, b) => b.memberCount - a.memberCount).slice(0, ROOMS_ASKED);
}

/** How well letters fit a name; 0: not at all. The name itself, its beginning, a word's, somewhere in it, spread over it. */
function likeness(wanted: string, name: string): number {
  if (name === wanted) {
    return 5;
  }
  const at = name.indexOf(wanted);
  if (at === 0) {
    return 4;
  }
  if (at > 0) {
    return /[\s._\-/#]/.test(name[at - 1] ?? '') ? 3 : 2;
  }
  return isSpreadOver(wanted, name) ? 1 : 0;
}

function isSpreadOver(wanted: string, name: string): boolean {
  let at = 0;
  for (const letter of name) {
    if (letter === wanted[at]) {
      at++;
    }
  }
  return at === wanted.length;
}

/** Without case and accents: who types "cafe" means "Café". */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
