import { plural } from '../plural.ts';

const count = plural('de');
const number = new Intl.NumberFormat('de');

export const invitations = {
  inviteTo: (room: string) => `Leute in ${room} einladen`,
  hint: 'Wer den Link und hier ein Konto hat, kommt damit herein.',
  life: 'Gültig für',
  hours: (n: number) => count(n, { one: '# Stunde', other: '# Stunden' }),
  days: (n: number) => count(n, { one: '# Tag', other: '# Tage' }),
  uses: 'Nutzbar für',
  noLimit: 'beliebig viele Leute',
  people: (n: number) => count(n, { one: '# Person', other: '# Personen' }),
  make: 'Link erstellen',
  link: 'Einladungslink',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied: 'Dein Browser lässt diese Seite nicht kopieren. Markiere den Link und kopiere ihn selbst.',
  once: 'Kopiere ihn jetzt: Er wird nicht noch einmal gezeigt.',
  list: 'Gültige Links',
  until: (when: string) => `Gültig bis ${when}`,
  used: (n: number) => n === 0 ? 'noch nicht benutzt' : count(n, { one: 'einmal benutzt', other: '#-mal benutzt' }),
  usedOf: (n: number, of: number) => `${number.format(n)} von ${number.format(of)} Mal benutzt`,
  withdraw: 'Widerrufen',
  withdrawOne: (when: string) => `Den Link widerrufen, der bis ${when} gültig ist`,
  invitation: 'Einladung',
  invited: 'Du bist eingeladen',
  notNow: 'Jetzt nicht',
  invalid: 'Diese Einladung gilt nicht mehr. Bitte um eine neue.',
  signInFirst: 'Du bist in einen Raum eingeladen. Melde dich an oder erstelle ein Konto, um ihn zu sehen.',
};
