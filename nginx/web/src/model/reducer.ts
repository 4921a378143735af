import type { Action } from './actions.ts';
import { reducePeople } from './composing/people.ts';
import { initialConnection, reduceConnection } from './connection/connection.ts';
import { isNews } from './timeline/cursor.ts';
import { reduceDrafts } from './writing/drafts.ts';
import { reduceEditing } from './writing/editing.ts';
import { initialRooms, reduceRooms } from './rooms/rooms.ts';
import { initialSession, reduceSession } from './session/session.ts';
import { has } from './timeline/timeline.ts';
import { reduceTimelines } from './timeline/timelines.ts';
import type { State } from './state.ts';

export const initialState: State = {
  session: initialSession,
  connection: initialConnection,
  rooms: initialRooms,
  timelines: {},
  drafts: {},
  people: {},
};

export function reduce(state: State, action: Action): State {
  if (action.type === 'session_closed') {
    // Nothing of one person may be left for the next one on this computer.
    return { ...initialState, session: reduceSession(state.session, action) };
  }
  return {
    session: reduceSession(state.session, action),
    connection: reduceConnection(state.connection, action),
    rooms: isOld(state, action) ? state.rooms : reduceRooms(state.rooms, action, state.session.account?.id),
    timelines: reduceTimelines(state.timelines, action),
    editing: reduceEditing(state.editing, action),
    drafts: reduceDrafts(state.drafts, action),
    people: reducePeople(state.people, action),
    trouble: reduceTrouble(state.trouble, action),
  };
}

/** A message that was shown already, given once more by a resume, is not unread again. */
function isOld({ timelines }: State, action: Action): boolean {
  const timeline = action.type === 'message_arrived' ? timelines[action.message.roomId] : undefined;
  return action.type === 'message_arrived' && timeline !== undefined
    && (has(timeline, action.message.seq) || !isNews(timeline.cursor, action.message.changeSeq));
}

function reduceTrouble(trouble: string | undefined, action: Action): string | undefined {
  switch (action.type) {
    case 'trouble':
      return action.detail;
    case 'room_lost':
      return action.remark;
    case 'dismiss_trouble':
    case 'open_room':
      return undefined;
    default:
      return trouble;
  }
}
