import type { Cause, ConnectionStatus } from './types.ts';

export type ConnectionWish =
  | { type: 'reconnect_now' };

/** What is known of the pause before the next try. */
export interface Pause {
  readonly cause: Cause;
  readonly retryAt: number;
  readonly held: boolean;
}

export type ConnectionHappening =
  | { type: 'connection_changed'; status: ConnectionStatus; pause?: Pause | undefined }
  /** Not live for so long that one should know. */
  | { type: 'absence_noticed' };
