import { attempt, type Story, type World } from '../world.ts';

/** Looks for members to mention. What was asked once is not asked again: a room's members seldom change while one types. */
export function peopleStory(world: World): Story {
  const asked = new Set<string>();

  const find = async (roomId: number, query: string) => {
    const key = `${roomId}/${query.toLowerCase()}`;
    if (!asked.has(key)) {
      asked.add(key);
      await attempt(
        world,
        async () => world.dispatch({ type: 'people_found', roomId, people: (await world.api.rooms.members(roomId, query)).items }),
        () => void asked.delete(key), // whoever types on asks again; nobody needs to hear of it
      );
    }
  };

  return (action) => {
    switch (action.type) {
      case 'find_people':
        void find(action.roomId, action.query);
        break;
      case 'session_closed':
      case 'open_room':
        asked.clear();
        break;
    }
  };
}
