import type { Words } from '../words.ts';
import { plural } from '../plural.ts';

const count = plural('de');

export const timeline: Words['timeline'] = {
  messages: 'Nachrichten',
  loading: 'Nachrichten werden geladen…',
  you: 'Du',
  mentioned: 'erwähnt dich',
  begins: 'Hier beginnt der Raum.',
  beginsDirect: 'Hier beginnt euer Gespräch.',
  empty: 'Hier wurde noch nichts gesagt. Das erste Wort hast du.',
  came: (name) => `${name} ist da`,
  went: (name) => `${name} ist gegangen`,
  newSince: (when) => `Neu seit ${when}`,
  below: (messages) => count(messages, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  toLatest: 'Zu den neuesten',
  above: (messages) => count(messages, { one: '# neue Nachricht weiter oben', other: '# neue Nachrichten weiter oben' }),
  manyAbove: (messages) => count(messages, { other: '# oder mehr neue Nachrichten weiter oben' }),
  toFirstNew: 'Zur ersten',
  missing: 'Hier können Nachrichten fehlen.',
  load: 'Nachladen',
  again: 'Noch einmal versuchen',
  toDate: 'Zu einem Datum',
  date: 'Datum',
  go: 'Los',
  notHere: 'Diese Nachricht gibt es in diesem Raum nicht.',
  linkCopied: 'Der Link zur Nachricht ist kopiert.',
  linkNotCopied: (link) => `Der Link ließ sich nicht kopieren. Er lautet ${link}`,
  heardOne: (name, words) => `${name}: ${words}`,
  heard: (messages) => count(messages, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
};
