import type { State } from '../state.ts';
import type { Peer } from './types.ts';

/** What the server calls everybody whose account is gone. It holds a space, so nobody else is called that. */
const GONE = 'deleted user';

/** There is somebody to write to. */
export const isThere = (username: string): boolean => username !== GONE;

/** As much of the state as counts here. */
export type Met = Pick<State, 'rooms' | 'timelines' | 'people' | 'session'>;

/** People I have met: who wrote where I was, and the members I have seen. Without me, and whom I have a direct room with. */
export function peopleMet({ rooms, timelines, people: seen, session }: Met): readonly Peer[] {
  const people = new Map<number, string>();
  [...Object.values(rooms.members), ...Object.values(seen)].flat().forEach(({ userId, username }) => people.set(userId, username));
  Object.values(timelines).flatMap(({ messages }) => messages).forEach(({ userId, username }) => people.set(userId, username));
  people.delete(session.account?.id ?? 0);
  rooms.mine.forEach(({ peer }) => peer && people.delete(peer.id));
  return [...people].filter(([, username]) => isThere(username)).map(([id, username]) => ({ id, username }));
}
