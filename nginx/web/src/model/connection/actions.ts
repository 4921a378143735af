import type { ConnectionStatus } from './types.ts';

export type ConnectionWish =
  | { type: 'reconnect_now' };

export type ConnectionHappening =
  | { type: 'connection_changed'; status: ConnectionStatus };
