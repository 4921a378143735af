export const notices = {
  mention: (who: string, room: string) => `${who} hat dich in ${room} erwähnt`,
  direct: (who: string) => `${who} hat dir geschrieben`,
};
