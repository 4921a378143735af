import { plural } from '../plural.ts';

const count = plural('en');

export const timeline = {
  messages: 'Messages',
  loading: 'Loading messages…',
  you: 'You',
  mentioned: 'mentions you',
  begins: 'This is where the room begins.',
  beginsDirect: 'This is where your conversation begins.',
  empty: 'Nothing has been said here yet. The first word is yours.',
  came: (name: string) => `${name} is here`,
  went: (name: string) => `${name} went away`,
  newSince: (when: string) => `New since ${when}`,
  below: (messages: number) => count(messages, { one: '# new message', other: '# new messages' }),
  toLatest: 'Jump to the latest',
  above: (messages: number) => count(messages, { one: '# new message further up', other: '# new messages further up' }),
  manyAbove: (messages: number) => count(messages, { other: '# new messages or more further up' }),
  toFirstNew: 'Go to the first',
  missing: 'Messages may be missing here.',
  load: 'Load them',
  again: 'Try again',
  toDate: 'Go to a date',
  date: 'Date',
  go: 'Go',
  notHere: 'That message is not in this room.',
  linkCopied: 'The link to the message was copied.',
  linkNotCopied: (link: string) => `The link could not be copied. It is ${link}`,
  heardOne: (name: string, words: string) => `${name}: ${words}`,
  heard: (messages: number) => count(messages, { one: '# new message', other: '# new messages' }),
};
