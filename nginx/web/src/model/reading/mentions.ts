import type { Message } from '../timeline/types.ts';

type Mentions = Pick<Message, 'mentions' | 'mentionsRoom'>;

/** The server says that it names this person. */
export const namesPerson = ({ mentions }: Mentions, id: number | undefined): boolean => id !== undefined && mentions?.includes(id) === true;

/** It names this person, or everybody. */
export const mentionsPerson = (message: Mentions, id: number | undefined): boolean => message.mentionsRoom === true || namesPerson(message, id);
