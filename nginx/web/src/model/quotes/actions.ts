import type { Message } from '../timeline/types.ts';

export type QuotesWish =
  /** Somebody looks at an answer; what it answers is not here. */
  | { type: 'want_quote'; roomId: number; seq: number };

export type QuotesHappening =
  /** No message: it is not there, or not for me. */
  | { type: 'quote_loaded'; roomId: number; seq: number; message: Message | undefined };
