export type ConnectionStatus = 'connecting' | 'live' | 'offline';

/**
 * Why the page is not live: nobody answers; the instance restarts; this page took nothing any more; there were too many
 * sockets or refusals; or the server is not ready.
 */
export type Cause = 'lost' | 'restarting' | 'slow' | 'busy' | 'unready';

/** Why it will not be again by itself. */
export type End = 'over' | 'ended' | 'banned' | 'refused';

export interface Connection {
  readonly status: ConnectionStatus;
  /** True once this page was live, so that a first connect is not called a reconnect. */
  readonly wasLive: boolean;
  /** It has lasted long enough to be worth a word. */
  readonly noticed: boolean;
  /** Live again after an absence that was noticed. */
  readonly isBack: boolean;
  readonly cause: Cause;
  /** While offline: when the next try begins, in milliseconds since 1970. */
  readonly retryAt?: number | undefined;
  /** The server asked not to be tried before. */
  readonly held: boolean;
}
