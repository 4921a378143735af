export const typing = {
  one: (who: string) => `${who} يكتب…`,
  two: (one: string, other: string) => `${one} و${other} يكتبان…`,
  several: 'عدة أشخاص يكتبون…',
};
