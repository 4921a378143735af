import { forgetNames, meet } from '../../model/content/names.ts';
import { attempt, type Story, type World } from '../world.ts';

/** Looks for members to mention, and learns who is called what, so that mentions can be shown. What was asked once is not asked again: a room's members seldom change while one types. */
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
      case 'message_arrived':
        meet(action.message.userId, action.message.username);
        break;
      case 'history_loaded':
        action.page.messages.forEach(({ userId, username }) => meet(userId, username));
        break;
      case 'people_found':
        action.people.forEach(({ userId, username }) => meet(userId, username));
        break;
      case 'members_loaded':
        action.members.forEach(({ userId, username }) => meet(userId, username));
        break;
      case 'session_opened':
        meet(action.account.id, action.account.username);
        break;
      case 'session_closed':
        forgetNames();
        asked.clear();
        break;
      case 'find_people':
        void find(action.roomId, action.query);
        break;
      case 'open_room':
        asked.clear();
        break;
    }
  };
}
