export const typing = {
  one: (who: string) => `${who} is typing…`,
  two: (one: string, other: string) => `${one} and ${other} are typing…`,
  several: 'Several people are typing…',
};
