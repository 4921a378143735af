import type { Message, Timeline } from '../timeline/types.ts';
import type { Quote } from './types.ts';

export function quoteOf(timeline: Timeline | undefined, seq: number): Quote {
  const message = timeline?.messages.find((other) => other.seq === seq) ?? timeline?.quoted?.[seq];
  if (!message) {
    return { state: message === null ? 'missing' : 'unknown' };
  }
  return message.deletedAt === undefined
    ? { state: 'there', username: message.username, content: message.content }
    : { state: 'removed' };
}

export function withQuote(timeline: Timeline, seq: number, message: Message | undefined): Timeline {
  return { ...timeline, quoted: { ...timeline.quoted, [seq]: message ?? null } };
}

/** A message that is only quoted here was edited or removed. */
export function withQuotedChange(timeline: Timeline, message: Message): Timeline {
  const before = timeline.quoted?.[message.seq];
  return before && before.changeSeq < message.changeSeq ? withQuote(timeline, message.seq, message) : timeline;
}
