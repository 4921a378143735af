/** What to do when the server closed the socket. */
export type AfterClose = 'reconnect' | 'renew_token' | 'stop';

/** The codes of the protocol: 4401 asks for another token, 4500 to 4999 mean it, everything else is an accident. */
export function afterClose(code: number): AfterClose {
  if (code === 4401) {
    return 'renew_token';
  }
  return code >= 4500 && code <= 4999 ? 'stop' : 'reconnect';
}

export function reasonOf(code: number): string {
  switch (code) {
    case 4501:
      return 'This session was ended. Sign in again to go on.';
    case 4503:
      return 'This account was banned from the server.';
    default:
      return 'The server ended this session. Sign in again to go on.';
  }
}
