import type { Message } from '../timeline/types.ts';

type Mentions = Pick<Message, 'mentions' | 'mentionsRoom'>;

/** The server says that it names this person. */
export const namesPerson = ({ mentions }: Mentions, id: number | undefined): boolean => id !== undefined && mentions?.includes(id) === true;

/** It names this person, or everybody. */
export const mentionsPerson = (message: Mentions, id: number | undefined): boolean => message.mentionsRoom === true || namesPerson(message, id);

/** Of a server that never tells: whether the name is in the words. */
export function isNamedIn(content: string, username: string): boolean {
  const names = content.toLowerCase().match(/(?<![\w@])@[\p{L}\p{N}._-]+/gu) ?? [];
  return names.some((name) => name.slice(1).replace(/[.-]+$/, '') === username.toLowerCase());
}
