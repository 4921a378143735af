export const typing = {
  one: (who: string) => `${who} schreibt…`,
  two: (one: string, other: string) => `${one} und ${other} schreiben…`,
  several: 'Mehrere schreiben…',
};
