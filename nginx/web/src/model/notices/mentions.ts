import type { Message } from '../timeline/types.ts';

/** As a message is when the server says whom it mentions. */
export type Mentioning = Message & { readonly mentions?: readonly number[] | undefined; readonly mentionsRoom?: boolean | undefined };

/** As the server says; one that does not is answered by looking for my name. */
export function mentionsMe({ mentions, content }: Mentioning, selfId: number, username: string): boolean {
  if (mentions) {
    return mentions.includes(selfId);
  }
  const names = content.toLowerCase().match(/(?<![\w@])@[\p{L}\p{N}._-]+/gu) ?? [];
  return names.some((name) => name.slice(1).replace(/[.-]+$/, '') === username.toLowerCase());
}
