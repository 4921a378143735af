import type { Emoji, EmojiGroup } from '../../model/composing/emoji.ts';

export interface EmojiData {
  readonly groups: readonly EmojiGroup[];
  readonly all: readonly Emoji[];
  readonly byEmoji: ReadonlyMap<string, Emoji>;
}

let data: Promise<EmojiData> | undefined;

/** Comes when somebody wants an emoji, not with the page. */
export function emojiData(): Promise<EmojiData> {
  return (data ??= load().catch((error: unknown) => {
    data = undefined;
    throw error;
  }));
}

async function load(): Promise<EmojiData> {
  const [{ default: keywords }, { groupsOf }] = await Promise.all([import('emojilib'), import('../../model/composing/emoji.ts')]);
  const groups = groupsOf(keywords);
  const all = groups.flatMap(({ emoji }) => emoji);
  return { groups, all, byEmoji: new Map(all.map((emoji) => [emoji.emoji, emoji])) };
}
