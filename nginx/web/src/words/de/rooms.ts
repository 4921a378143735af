import { plural } from '../plural.ts';

const count = plural('de');

export const rooms = {
  browse: 'Räume durchstöbern',
  search: 'Räume suchen',
  searchHint: 'Nach Namen suchen',
  noneNamed: 'Kein Raum heißt so.',
  nonePublic: 'Es gibt noch keinen öffentlichen Raum. Eröffne den ersten.',
  showMore: 'Mehr zeigen',
  open: 'Öffnen',
  openRoom: (name: string) => `${name} öffnen`,
  join: 'Beitreten',
  joinRoom: (name: string) => `${name} beitreten`,
  notIn: 'Du bist noch nicht Mitglied dieses Raums.',
  memberCount: (n: number) => count(n, { one: '# Mitglied', other: '# Mitglieder' }),
  newRoom: 'Neuer Raum',
  name: 'Name',
  about: 'Worum geht es?',
  aboutHint: 'Freiwillig. Wer stöbert, sieht es.',
  whoMayEnter: 'Wer kann beitreten?',
  public: 'Öffentlich',
  publicHint: 'Alle hier können ihn finden und beitreten.',
  private: 'Privat',
  privateHint: 'Nur Mitglieder sehen ihn; andere brauchen eine Einladung.',
  create: 'Raum eröffnen',
  creating: 'Wird eröffnet…',
  members: 'Mitglieder',
  leave: 'Diesen Raum verlassen',
  roles: { owner: 'leitet den Raum', admin: 'verwaltet', member: 'Mitglied' } as Readonly<Record<string, string>>,
  room: 'Raum',
};
