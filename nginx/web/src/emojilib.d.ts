/** By emoji, its name and then what it stands for. */
declare module 'emojilib' {
  const keywords: Readonly<Record<string, readonly string[]>>;
  export default keywords;
}
