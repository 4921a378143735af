import type { Cause, End } from './types.ts';

/** What to do when the server closed the socket. */
export type AfterClose = 'reconnect' | 'renew_token' | 'stop';

/** The codes of the protocol: 4401 asks for another token, 4500 to 4999 mean it, everything else is an accident. */
export function afterClose(code: number): AfterClose {
  if (code === 4401) {
    return 'renew_token';
  }
  return code >= 4500 && code <= 4999 ? 'stop' : 'reconnect';
}

export function endOf(code: number): End {
  switch (code) {
    case 4501:
      return 'ended';
    case 4503:
      return 'banned';
    default:
      return 'refused';
  }
}

/** 1012 is a restart, 1013 "try again later"; what nobody said, 1006, is a network that went away. */
export function causeOf(code: number): Cause {
  switch (code) {
    case 1001:
    case 1012:
      return 'restarting';
    case 1011:
    case 1013:
      return 'unready';
    case 4008:
      return 'slow';
    case 4029:
      return 'busy';
    default:
      return code >= 4001 && code <= 4399 ? 'unready' : 'lost';
  }
}
