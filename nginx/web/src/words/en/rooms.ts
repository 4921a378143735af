import { plural } from '../plural.ts';

const count = plural('en');

export const rooms = {
  browse: 'Browse rooms',
  search: 'Search rooms',
  searchHint: 'Search by name',
  noneNamed: 'No room has that in its name.',
  nonePublic: 'There is no public room yet. Create the first one.',
  showMore: 'Show more',
  open: 'Open',
  openRoom: (name: string) => `Open ${name}`,
  join: 'Join',
  joinRoom: (name: string) => `Join ${name}`,
  notIn: 'You are not a member of this room yet.',
  memberCount: (n: number) => count(n, { one: '# member', other: '# members' }),
  newRoom: 'New room',
  name: 'Name',
  about: 'What is it about?',
  aboutHint: 'Optional. Shown to people who browse.',
  whoMayEnter: 'Who can join?',
  public: 'Public',
  publicHint: 'Everybody here can find and join it.',
  private: 'Private',
  privateHint: 'Only members see it; others need an invitation.',
  create: 'Create room',
  creating: 'Creating…',
  members: 'Members',
  leave: 'Leave this room',
  roles: { owner: 'owner', admin: 'admin', member: 'member' } as Readonly<Record<string, string>>,
  room: 'Room',
};
