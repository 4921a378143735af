import type { State } from '../state.ts';
import { knowsPeople } from './abilities.ts';
import type { Peer } from './types.ts';

/** As much of the state as counts here. */
export type Met = Pick<State, 'rooms' | 'timelines' | 'session'>;

/** People I have met: who wrote where I am, and the members I have seen. Without me, and whom I have a direct room with. Where there are no direct rooms, nobody. */
export function peopleMet({ rooms, timelines, session }: Met): readonly Peer[] {
  const people = new Map<number, string>();
  if (!rooms.mine.some(knowsPeople)) {
    return [];
  }
  Object.values(rooms.members).flat().forEach(({ userId, username }) => people.set(userId, username));
  Object.values(timelines).flatMap(({ messages }) => messages).forEach(({ userId, username }) => people.set(userId, username));
  people.delete(session.account?.id ?? 0);
  rooms.mine.forEach(({ peer }) => peer && people.delete(peer.id));
  return [...people].map(([id, username]) => ({ id, username }));
}
