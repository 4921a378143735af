import { plural } from '../plural.ts';

const count = plural('de');
const send = { enter: 'Enter', ctrl_enter: 'Strg+Enter' };

export const composing = {
  messageTo: (room: string) => `Nachricht an ${room}`,
  placeholder: (room: string) => `An ${room} schreiben`,
  thisRoom: 'diesen Raum',
  send: 'Senden',
  emoji: 'Emoji auswählen',
  keys: (key: keyof typeof send) => `${send[key]} sendet · Umschalt+Enter beginnt eine neue Zeile · **fett** · *kursiv* · \`Code\` · \`\`\` Codeblock · > Zitat`,
  stopReply: 'Antwort abbrechen',
  full: 'Zu viele Nachrichten warten darauf, gesendet zu werden. Diese bleibt hier, bis einige davon weg sind.',
  offline: 'Du kannst weiterschreiben: Gesendet wird, sobald du wieder verbunden bist.',
  counted: (length: number, longest: number) => `${count(length, { other: '#' })} von ${count(longest, { other: '# Zeichen' })}`,
  tooLong: (over: number) => count(over, { one: 'Ein Zeichen zu viel. Nichts geht verloren; kürze den Text oder mach zwei Nachrichten daraus.', other: '# Zeichen zu viel. Nichts geht verloren; kürze den Text oder mach zwei Nachrichten daraus.' }),
  suggestions: 'Vorschläge',
  suggested: (found: number) => count(found, { one: 'Ein Vorschlag. Pfeiltasten wählen, Tab nimmt den ersten.', other: '# Vorschläge. Pfeiltasten wählen, Tab nimmt den ersten.' }),
  everybody: 'room: alle hier',
};
