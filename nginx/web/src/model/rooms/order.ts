import { unreadOf } from '../reading/reading.ts';
import type { State } from '../state.ts';
import type { Room } from './types.ts';

/** What a room is called here: a direct one by who the other is. */
export const titleOf = (room: Room): string => room.peer?.username ?? room.name;

/** A tenth comes after a second. Made once: making one costs more than sorting with it. */
const ORDER = new Intl.Collator(undefined, { numeric: true });

export function byTitle(rooms: readonly Room[]): readonly Room[] {
  return [...rooms].sort((a, b) => ORDER.compare(titleOf(a), titleOf(b)) || a.id - b.id);
}

export interface Section {
  readonly kind: 'rooms' | 'direct';
  readonly rooms: readonly Room[];
}

/** As they are shown: rooms, then people; a section that has none is not there. */
export function sectionsOf(mine: readonly Room[]): readonly Section[] {
  const sections: readonly Section[] = [
    { kind: 'rooms', rooms: mine.filter(({ kind }) => kind !== 'direct') },
    { kind: 'direct', rooms: mine.filter(({ kind }) => kind === 'direct') },
  ];
  return sections.filter(({ rooms }) => rooms.length > 0);
}

/** As much of the state as counts here. */
export type Known = Pick<State, 'rooms' | 'reading'>;

export interface News {
  readonly unread: number;
  /** Of these, those that are for me: mentions, and everything said to me directly. */
  readonly mentions: number;
}

/** What is new in a room, and how much of it is for me: of what is said to me directly, all. */
export function newsIn(state: Known, room: Room): News {
  const { unread, mentions } = unreadOf(state, room.id);
  return { unread, mentions: room.kind !== 'direct' ? mentions : room.muted ? 0 : unread };
}

/** Something new in it should draw the eye. */
export function isCalling(state: Known, room: Room): boolean {
  const { unread, mentions } = newsIn(state, room);
  return mentions > 0 || (unread > 0 && !room.muted);
}

/** The room above or below the open one in the list, round its ends; only those with something new if asked for. */
export function neighbour(state: Known, step: 1 | -1, onlyCalling = false): Room | undefined {
  const { rooms } = state;
  const all = sectionsOf(rooms.mine).flatMap((section) => section.rooms);
  const here = all.findIndex(({ id }) => id === rooms.currentId);
  const start = here < 0 && step < 0 ? 0 : here;
  for (let i = 1; i <= all.length; i++) {
    const room = all[(start + i * step + all.length * 2) % all.length];
    if (room && room.id !== rooms.currentId && (!onlyCalling || isCalling(state, room))) {
      return room;
    }
  }
  return undefined;
}
