import type { Action } from '../actions.ts';
import type { Connection } from './types.ts';

export const initialConnection: Connection = { status: 'connecting', wasLive: false };

export function reduceConnection(connection: Connection, action: Action): Connection {
  return action.type === 'connection_changed'
    ? { status: action.status, wasLive: connection.wasLive || action.status === 'live' }
    : connection;
}
