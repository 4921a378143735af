export type ConnectionStatus = 'connecting' | 'live' | 'offline';

export interface Connection {
  readonly status: ConnectionStatus;
  /** True once this page was live, so that a first connect is not called a reconnect. */
  readonly wasLive: boolean;
}
