export const notices = {
  mention: (who: string, room: string) => `أشار إليك ${who} في ${room}`,
  direct: (who: string) => `راسلك ${who}`,
};
