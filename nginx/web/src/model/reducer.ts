import type { Action } from './actions.ts';
import { initialRooms, reduceRooms } from './rooms.ts';
import { initialSession, reduceSession } from './session.ts';
import { reduceTimelines } from './timelines.ts';
import type { Connection, State } from './types.ts';

export const initialState: State = {
  session: initialSession,
  connection: { status: 'connecting', wasLive: false },
  rooms: initialRooms,
  timelines: {},
};

export function reduce(state: State, action: Action): State {
  if (action.type === 'session_closed') {
    // Nothing of one person may be left for the next one on this computer.
    return { ...initialState, session: reduceSession(state.session, action) };
  }
  return {
    session: reduceSession(state.session, action),
    connection: reduceConnection(state.connection, action),
    rooms: reduceRooms(state.rooms, action, state.session.account?.id),
    timelines: reduceTimelines(state.timelines, action),
    trouble: reduceTrouble(state.trouble, action),
  };
}

function reduceConnection(connection: Connection, action: Action): Connection {
  return action.type === 'connection_changed'
    ? { status: action.status, wasLive: connection.wasLive || action.status === 'live' }
    : connection;
}

function reduceTrouble(trouble: string | undefined, action: Action): string | undefined {
  switch (action.type) {
    case 'trouble':
      return action.detail;
    case 'dismiss_trouble':
    case 'open_room':
      return undefined;
    default:
      return trouble;
  }
}
