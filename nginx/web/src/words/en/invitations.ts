import { plural } from '../plural.ts';

const count = plural('en');
const number = new Intl.NumberFormat('en');

export const invitations = {
  inviteTo: (room: string) => `Invite people to ${room}`,
  hint: 'Anyone with an account here can join with the link.',
  life: 'Valid for',
  hours: (n: number) => count(n, { one: '# hour', other: '# hours' }),
  days: (n: number) => count(n, { one: '# day', other: '# days' }),
  uses: 'Can be used by',
  noLimit: 'any number of people',
  people: (n: number) => count(n, { one: '# person', other: '# people' }),
  make: 'Create link',
  link: 'Invitation link',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Your browser does not let this page copy. Select the link and copy it yourself.',
  once: 'Copy it now: it is not shown again.',
  list: 'Valid links',
  until: (when: string) => `Valid until ${when}`,
  used: (n: number) => n === 0 ? 'not used yet' : count(n, { one: 'used once', other: 'used # times' }),
  usedOf: (n: number, of: number) => `used ${number.format(n)} of ${number.format(of)} times`,
  withdraw: 'Revoke',
  withdrawOne: (when: string) => `Revoke the link that is valid until ${when}`,
  invitation: 'Invitation',
  invited: 'You are invited',
  notNow: 'Not now',
  invalid: 'This invitation is not valid any more. Ask for another one.',
  signInFirst: 'You are invited to a room. Sign in or create an account to see it.',
};
