import type { Action } from '../actions.ts';
import type { Connection } from './types.ts';

export const initialConnection: Connection = {
  status: 'connecting', wasLive: false, noticed: false, isBack: false, cause: 'lost', held: false,
};

export function reduceConnection(connection: Connection, action: Action): Connection {
  switch (action.type) {
    case 'connection_changed': {
      const { status, pause } = action;
      const isLive = status === 'live';
      return {
        status,
        wasLive: connection.wasLive || isLive,
        noticed: connection.noticed && !isLive,
        isBack: isLive && connection.noticed,
        // While it is tried again the reason is still the last one.
        cause: pause?.cause ?? (isLive ? 'lost' : connection.cause),
        retryAt: pause?.retryAt,
        held: pause?.held ?? false,
      };
    }
    case 'absence_noticed':
      return connection.status === 'live' ? connection : { ...connection, noticed: true };
    default:
      return connection;
  }
}
