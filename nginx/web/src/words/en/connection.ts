import { plural } from '../plural.ts';

const count = plural('en');

export const connection = {
  label: 'Connection',
  connecting: 'Connecting…',
  back: 'Connected again.',
  causes: {
    lost: 'No connection. What you write is kept and sent later.',
    restarting: 'The server is restarting.',
    slow: 'This device fell behind, so the server let it go.',
    busy: 'The server has too much to do for you right now: too many tabs or devices, or too many tries.',
    unready: 'The server is not ready right now.',
  },
  /** Beside the sentence; seconds count down to it. */
  inSeconds: (n: number) => count(n, { other: 'Trying again in # s' }),
  now: 'Trying again…',
  retry: 'Retry now',
  ends: {
    over: 'Your session is over. Sign in again to go on.',
    ended: 'This session was ended, here or on another device. Sign in again to go on.',
    banned: 'This account may not use this server any more.',
    refused: 'The server ended this session. Sign in again to go on.',
  },
};
