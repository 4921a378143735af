import type { Account } from '../session/types.ts';
import type { Message } from '../timeline/types.ts';

/** As a message is when the server says whom it mentions. */
export type Mentioning = Message & { readonly mentions?: readonly number[] | undefined; readonly mentionsRoom?: boolean | undefined };

/** As the server says; from one that never tells, by looking for my name. `told`: it does, so silence means that nobody is mentioned. */
export function mentionsMe({ mentions, content }: Mentioning, { id, username }: Account, told: boolean): boolean {
  if (mentions || told) {
    return mentions?.includes(id) === true;
  }
  const names = content.toLowerCase().match(/(?<![\w@])@[\p{L}\p{N}._-]+/gu) ?? [];
  return names.some((name) => name.slice(1).replace(/[.-]+$/, '') === username.toLowerCase());
}
