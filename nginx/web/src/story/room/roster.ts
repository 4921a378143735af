import type { Problem } from '../../net/problem.ts';
import { attempt, type Story, type World } from '../world.ts';
import { countRoom } from './headcount.ts';

/** The members of the open room: looked for by name, page by page, and removed by its owner. */
export function rosterStory(world: World): Story {
  const refusedIn = (roomId: number) => (problem: Problem) =>
    world.dispatch({ type: 'members_refused', roomId, refusal: problem.toRefusal() });

  const load = (roomId: number, query: string, after?: number) =>
    attempt(
      world,
      async () => {
        const { items: members, hasMore } = await world.api.rooms.members(roomId, query, after);
        world.dispatch({ type: 'members_found', roomId, query, members, hasMore, appended: after !== undefined });
        if (query === '' && after === undefined) {
          world.dispatch({ type: 'members_loaded', roomId, members, complete: !hasMore });
        }
      },
      refusedIn(roomId),
    );

  const remove = (roomId: number, userId: number) =>
    attempt(
      world,
      async () => {
        await world.api.rooms.removeMember(roomId, userId);
        world.dispatch({ type: 'member_removed', roomId, userId });
        void countRoom(world, roomId); // they are removed, whatever comes of this
      },
      refusedIn(roomId),
    );

  return (action, { rooms, roster }) => {
    switch (action.type) {
      case 'open_dialog':
        if (action.dialog === 'members' && rooms.currentId !== undefined) {
          world.dispatch({ type: 'find_members', roomId: rooms.currentId, query: '' });
        }
        break;
      case 'find_members':
        void load(action.roomId, action.query);
        break;
      case 'more_members':
        if (roster) {
          void load(roster.roomId, roster.query, roster.members.at(-1)?.userId);
        }
        break;
      case 'remove_member':
        void remove(action.roomId, action.userId);
        break;
    }
  };
}
