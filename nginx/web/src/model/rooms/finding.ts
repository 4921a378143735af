import { titleOf } from './order.ts';
import type { Room, Rooms } from './types.ts';

const MOST = 20;

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
