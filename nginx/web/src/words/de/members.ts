export const members = {
  membersOf: (room: string) => `Mitglieder von ${room}`,
  search: 'Mitglieder suchen',
  searchHint: 'Nach Namen suchen',
  none: 'Kein Mitglied heißt so.',
  write: (who: string) => `${who} schreiben`,
  remove: (who: string) => `${who} aus diesem Raum entfernen`,
  sure: (who: string) => `${who} aus diesem Raum entfernen? Bis zu einem neuen Beitritt ist hier nichts mehr zu lesen.`,
  confirm: 'Entfernen',
};
