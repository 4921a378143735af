import { plural } from '../plural.ts';

const count = plural('de');

export const emoji = {
  pick: 'Emoji auswählen',
  search: 'Nach Namen suchen (englisch)',
  close: 'Schließen',
  failed: 'Die Emoji konnten nicht geladen werden. Schließe dies und versuche es noch einmal.',
  found: (found: number) => found === 0 ? 'Kein Emoji gefunden' : count(found, { one: 'Ein Emoji gefunden', other: '# Emoji gefunden' }),
  results: 'Gefunden',
  recent: 'Zuletzt benutzt',
  groups: {
    smileys: 'Smileys', people: 'Menschen', nature: 'Tiere und Natur', food: 'Essen und Trinken', travel: 'Reisen und Orte',
    activities: 'Aktivitäten', objects: 'Gegenstände', symbols: 'Symbole', flags: 'Flaggen',
  },
};
