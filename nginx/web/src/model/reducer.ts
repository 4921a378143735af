import type { Action } from './actions.ts';
import { initialConnection, reduceConnection } from './connection/connection.ts';
import { initialInvitations, reduceInvitations } from './invitations/invitations.ts';
import { isNews } from './timeline/cursor.ts';
import { initialPreferences, reducePreferences } from './preferences/preferences.ts';
import { reduceDrafts, reduceEditing } from './writing/editing.ts';
import { reduceRecalled } from './recalled/recalled.ts';
import { initialRooms, reduceRooms } from './rooms/rooms.ts';
import { reduceRoster } from './roster/roster.ts';
import { initialSession, reduceSession } from './session/session.ts';
import { initialSettings, reduceSettings } from './settings/settings.ts';
import { has } from './timeline/timeline.ts';
import { reduceTimelines } from './timeline/timelines.ts';
import { reduceTyping } from './typing/typing.ts';
import type { State } from './state.ts';

export const initialState: State = {
  preferences: initialPreferences,
  language: 'en',
  session: initialSession,
  connection: initialConnection,
  rooms: initialRooms,
  invitations: initialInvitations,
  typing: {},
  settings: initialSettings,
  recalled: {},
  timelines: {},
  drafts: {},
};

export function reduce(state: State, action: Action): State {
  if (action.type === 'session_closed') {
    // Nothing of one person may be left for the next one on this computer; how its page looks is the computer's.
    const { preferences, language } = state;
    return { ...initialState, preferences, language, session: reduceSession(state.session, action) };
  }
  return {
    preferences: reducePreferences(state.preferences, action),
    language: action.type === 'language_spoken' ? action.language : state.language,
    session: reduceSession(state.session, action),
    connection: reduceConnection(state.connection, action),
    rooms: isOld(state, action) ? state.rooms : reduceRooms(state.rooms, action, state.session.account?.id),
    invitations: reduceInvitations(state.invitations, action),
    roster: reduceRoster(state.roster, action),
    typing: reduceTyping(state.typing, action),
    settings: reduceSettings(state.settings, action),
    recalled: reduceRecalled(state.recalled, action),
    timelines: reduceTimelines(state.timelines, action),
    editing: reduceEditing(state.editing, action),
    drafts: reduceDrafts(state.drafts, action),
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
