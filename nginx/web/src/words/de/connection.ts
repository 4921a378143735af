import { plural } from '../plural.ts';

const count = plural('de');

export const connection = {
  label: 'Verbindung',
  connecting: 'Verbindung wird aufgebaut…',
  back: 'Wieder verbunden.',
  causes: {
    lost: 'Keine Verbindung. Was du schreibst, bleibt da und wird später gesendet.',
    restarting: 'Der Server startet neu.',
    slow: 'Dieses Gerät kam nicht hinterher, darum hat der Server es getrennt.',
    busy: 'Das ist dem Server gerade zu viel: zu viele Tabs oder Geräte von dir, oder zu viele Versuche.',
    unready: 'Der Server ist gerade nicht bereit.',
  },
  inSeconds: (n: number) => count(n, { other: 'Neuer Versuch in # s' }),
  now: 'Neuer Versuch läuft…',
  retry: 'Jetzt versuchen',
  ends: {
    over: 'Deine Sitzung ist beendet. Melde dich neu an, um weiterzumachen.',
    ended: 'Diese Sitzung wurde beendet, hier oder auf einem anderen Gerät. Melde dich neu an, um weiterzumachen.',
    banned: 'Dieses Konto darf diesen Server nicht mehr benutzen.',
    refused: 'Der Server hat diese Sitzung beendet. Melde dich neu an, um weiterzumachen.',
  },
};
