export const typing = {
  one: (who: string) => `${who} 正在输入…`,
  two: (one: string, other: string) => `${one} 和 ${other} 正在输入…`,
  several: '多人正在输入…',
};
