/** By the server's stable code. Where there is none, the server's own English sentence is shown, which knows more. */
export const problems: Readonly<Record<string, string>> = {
  unreachable: 'The server cannot be reached. Check your connection and try again.',
  another_account: 'Somebody else signed in with this browser.',
  invalid_refresh_token: 'Your session is over. Sign in again to go on.',
  http_401: 'Please sign in again.',
  http_403: 'You may not do that.',
  http_404: 'There is no such thing here.',
  http_413: 'That is too long.',
  http_429: 'Too many tries. Wait a little and try again.',
  http_4xx: 'The server refused this.',
  http_5xx: 'The server is not ready for this right now. Try again in a moment.',
};

/** By the field's name on the wire, said when the server refuses what is in it. */
export const fields: Readonly<Record<string, string>> = {};
