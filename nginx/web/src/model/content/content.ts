/** What can be told of a message's words without reading them as markdown. */

/** One emoji, however many code points: flags, keycaps, skin tones, and those joined from several. */
const PICTURE = String.raw`\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?`;
const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|${PICTURE}(?:\u200D${PICTURE})*)`;
const FEW_EMOJI = new RegExp(String.raw`^\s*(?:${EMOJI}\s*){1,3}$`, 'u');

/** What stands for nothing in markdown wherever it stands, and what does only at the beginning of a line. */
const MARKUP = /[*_`~>|[\]<\\@\n]|:\/\/|mailto:|^\s*(?:[-+#]|\d+[.)])|^\s{4}/m;

/** As user-service has them; a name is not a part of an address. */
const MENTION = /(?<![\w@./-])@([A-Za-z0-9][A-Za-z0-9_.-]{0,31})/g;

/** Longer ones are not looked at: three emoji of a family with skin tones are less. */
const FEW_LONG = 100;

/** One to three emoji and nothing else are shown large. */
export const isFewEmoji = (content: string) => content.length <= FEW_LONG && FEW_EMOJI.test(content);

/** Markdown would leave it as it is. */
export const isPlain = (content: string) => !MARKUP.test(content);

/** The places where a person or the room is named, without a full stop behind the name. */
export function namesIn(text: string): readonly { readonly at: number; readonly name: string }[] {
  return [...text.matchAll(MENTION)].map((match) => ({ at: match.index, name: match[1]!.replace(/[._-]+$/, '') }));
}

/** What a quote or a notice has room for: the first line with something in it. */
export const firstLine = (content: string) => content.split('\n').find((line) => line.trim() !== '')?.trim() ?? '';

export const codePoints = (text: string) => {
  let count = 0;
  for (const _ of text) {
    count++;
  }
  return count;
};
