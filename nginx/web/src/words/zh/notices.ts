export const notices = {
  mention: (who: string, room: string) => `${who} 在 ${room} 中提到了你`,
  direct: (who: string) => `${who} 给你发了私信`,
};
