import { plural } from '../plural.ts';

const count = plural('de');

export const shell = {
  skip: 'Zu den Nachrichten springen',
  rooms: 'Räume',
  direct: 'Direktnachrichten',
  navigation: 'Räume und Gespräche',
  account: 'Dein Konto',
  newRoom: 'Neuer Raum',
  browse: 'Stöbern',
  browseRooms: 'Räume durchstöbern',
  goTo: 'Zu einem Raum oder einer Person springen',
  settings: 'Einstellungen',
  signOut: 'Abmelden',
  loading: 'Deine Räume werden geladen…',
  noRooms: 'Du bist noch in keinem Raum. Stöbere in den öffentlichen, oder eröffne einen neuen.',
  muted: 'stumm',
  back: 'Zurück zu deinen Räumen',
  dismiss: 'Ausblenden',
  unread: (n: number, text: string) => count(n, { one: `${text} neue`, other: `${text} neue` }),
  mentions: (n: number, text: string) => count(n, { one: 'erwähnt dich einmal', other: `erwähnt dich ${text}-mal` }),
  greeting: (name: string) => `Schön, dass du da bist, ${name}`,
  pick: 'Wähle einen Raum aus der Liste, sieh dich in den öffentlichen um, oder eröffne einen eigenen.',
  begin: 'Ein Klick, und du bist im Gespräch. Tritt einem Raum bei, oder eröffne den ersten eigenen.',
  openRooms: 'Räume, die allen offenstehen',
  roomMissing: 'Diesen Raum gibt es nicht, oder er steht dir nicht offen.',
  roomLost: (name: string) => `Du bist nicht mehr Mitglied von ${name}.`,
};
