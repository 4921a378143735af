import type { Action } from './actions.ts';
import { reducePeople } from './composing/people.ts';
import { initialConnection, reduceConnection } from './connection/connection.ts';
import { initialNames, reduceNames } from './content/names.ts';
import { initialInvitations, reduceInvitations } from './invitations/invitations.ts';
import { initialPreferences, reducePreferences } from './preferences/preferences.ts';
import { reduceDrafts } from './writing/drafts.ts';
import { reduceEditing, unlessDone } from './writing/editing.ts';
import { initialReading, reduceReading } from './reading/reading.ts';
import { reduceRecalled } from './recalled/recalled.ts';
import { initialRooms, reduceRooms } from './rooms/rooms.ts';
import { reduceRoster } from './roster/roster.ts';
import { initialSession, reduceSession } from './session/session.ts';
import { initialSettings, reduceSettings } from './settings/settings.ts';
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
  reading: initialReading,
  settings: initialSettings,
  recalled: {},
  timelines: {},
  drafts: {},
  people: {},
  names: initialNames,
};

export function reduce(state: State, action: Action): State {
  if (action.type === 'session_closed') {
    // Nothing of one person may be left for the next one on this computer; how its page looks is the computer's.
    const { preferences, language } = state;
    const reading = { ...initialReading, attentive: state.reading.attentive };
    return { ...initialState, preferences, language, reading, session: reduceSession(state.session, action) };
  }
  const place = { selfId: state.session.account?.id, currentId: state.rooms.currentId };
  const timelines = reduceTimelines(state.timelines, action, place);
  return {
    preferences: reducePreferences(state.preferences, action),
    language: action.type === 'language_spoken' ? action.language : state.language,
    session: reduceSession(state.session, action),
    connection: reduceConnection(state.connection, action),
    rooms: reduceRooms(state.rooms, action),
    reading: reduceReading(state, action),
    invitations: reduceInvitations(state.invitations, action),
    roster: reduceRoster(state.roster, action),
    typing: reduceTyping(state.typing, action),
    recalled: reduceRecalled(state.recalled, action),
    settings: reduceSettings(state.settings, action),
    timelines,
    editing: unlessDone(reduceEditing(state.editing, action), timelines, place.selfId),
    drafts: reduceDrafts(state.drafts, action),
    people: reducePeople(state.people, action),
    names: reduceNames(state.names, action),
    trouble: reduceTrouble(state.trouble, action),
  };
}

function reduceTrouble(trouble: string | undefined, action: Action): string | undefined {
  switch (action.type) {
    case 'trouble':
      return action.detail;
    case 'room_lost':
      return action.quiet ? trouble : action.remark;
    case 'dismiss_trouble':
    case 'open_room':
      return undefined;
    default:
      return trouble;
  }
}
