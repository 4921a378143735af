import { plural } from '../plural.ts';

const count = plural('en');

export const shell = {
  skip: 'Skip to messages',
  rooms: 'Rooms',
  direct: 'Direct messages',
  navigation: 'Rooms and conversations',
  account: 'Your account',
  newRoom: 'New room',
  browse: 'Browse',
  browseRooms: 'Browse rooms',
  goTo: 'Go to a room or a person',
  settings: 'Settings',
  signOut: 'Sign out',
  loading: 'Loading your rooms…',
  noRooms: 'You are not in any room yet. Browse the public ones, or create your own.',
  muted: 'muted',
  back: 'Back to your rooms',
  dismiss: 'Dismiss',
  unread: (n: number, text: string) => count(n, { other: `${text} new` }),
  mentions: (n: number, text: string) => count(n, { one: 'mentions you once', other: `mentions you ${text} times` }),
  greeting: (name: string) => `Good to see you, ${name}`,
  pick: 'Pick a room from the list, browse the public ones, or create your own.',
  begin: 'One click, and you are talking. Join a room, or create one of your own.',
  openRooms: 'Rooms open to everybody',
  roomMissing: 'This room is not there, or not open to you.',
  roomLost: (name: string) => `You are no longer a member of ${name}.`,
};
