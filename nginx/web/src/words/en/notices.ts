export const notices = {
  mention: (who: string, room: string) => `${who} mentioned you in ${room}`,
  direct: (who: string) => `${who} wrote to you`,
};
