import { plural } from '../plural.ts';

const count = plural('en');

export const emoji = {
  pick: 'Pick an emoji',
  search: 'Search by name',
  close: 'Close',
  failed: 'The emoji could not be loaded. Close this and try again.',
  found: (found: number) => found === 0 ? 'No emoji found' : count(found, { one: 'One emoji found', other: '# emoji found' }),
  results: 'Found',
  recent: 'Used last',
  groups: {
    smileys: 'Smileys', people: 'People', nature: 'Animals and nature', food: 'Food and drink', travel: 'Travel and places',
    activities: 'Activities', objects: 'Objects', symbols: 'Symbols', flags: 'Flags',
  },
};
