import { plural } from '../plural.ts';

const count = plural('de');

export const message = {
  edited: 'bearbeitet',
  sending: 'Wird gesendet',
  removed: 'Diese Nachricht wurde entfernt',
  unavailable: 'Die Nachricht gibt es nicht mehr',
  answerTo: 'Antwort an',
  actions: 'Aktionen',
  actionsOfMine: 'Aktionen für deine Nachricht',
  actionsOf: (name: string) => `Aktionen für die Nachricht von ${name}`,
  reply: 'Antworten',
  copyText: 'Text kopieren',
  copyLink: 'Link kopieren',
  edit: 'Bearbeiten',
  remove: 'Entfernen',
  textCopied: 'Text kopiert',
  notCopied: 'Kopieren ging nicht',
  reactions: 'Reaktionen',
  reaction: (emoji: string, times: number, mine: boolean) => `${emoji} ${times}${mine ? ', eine davon von dir' : ''}`,
  more: (people: number) => count(people, { one: 'eine weitere Person', other: '# weitere' }),
  reactWith: (name: string) => `Reagieren mit: ${name}`,
  reactOther: 'Mit einem anderen Emoji reagieren',
  quick: ['Daumen hoch', 'Herz', 'lachend', 'Party', 'überrascht', 'traurig'],
};

export const editor = {
  label: 'Deine Nachricht bearbeiten',
  keys: (key: 'enter' | 'ctrl_enter') => `${key === 'enter' ? 'Enter' : 'Strg+Enter'} speichert, Esc bricht ab`,
  save: 'Speichern',
};

export const removing = {
  heading: 'Diese Nachricht entfernen?',
  consequence: 'Sie verschwindet für alle im Raum, endgültig.',
  keep: 'Behalten',
  remove: 'Entfernen',
};
