import { isNews, withChange, withPage } from './cursor.ts';
import type { Message, Notice, Timeline } from './types.ts';
import type { Outgoing } from '../writing/types.ts';

/** Notices older than these would only push messages away. */
const NOTICES_KEPT = 3;

export const emptyTimeline: Timeline = {
  messages: [], outgoing: [], changes: [], notices: [], loaded: false, loadingOlder: false, hasOlder: false, generation: 0,
};

/** A frame about a message: its whole state, after the change it names. What is known already is ignored. */
export function withFrame(timeline: Timeline, message: Message, kind: 'new' | 'changed'): Timeline {
  if (!isNews(timeline.cursor, message.changeSeq)) {
    return timeline;
  }
  const shown = kind === 'new' || has(timeline, message.seq) ? withMessage(timeline, message) : withAside(timeline, message);
  return settled({ ...shown, cursor: timeline.cursor && withChange(timeline.cursor, message.changeSeq) });
}

/** A page is on its way. */
export function awaitingPage(timeline: Timeline, page: 'latest' | 'older'): Timeline {
  return { ...timeline, aside: [], loadingOlder: page === 'older', problem: undefined };
}

export interface HistoryPage {
  readonly messages: readonly Message[];
  readonly hasMore: boolean;
  /** Every change up to this one shows in the page. */
  readonly through: number;
}

/**
 * Adds what a page has and we have not. What is here already stays: frames keep it at least as new, or will bring
 * what the page shows beyond them.
 */
export function withHistory(timeline: Timeline, page: HistoryPage): Timeline {
  const aside = new Map(timeline.aside?.map((message) => [message.seq, message]));
  const added = page.messages
    .filter(({ seq }) => !has(timeline, seq))
    .map((message) => {
      const later = aside.get(message.seq);
      return later && later.changeSeq > message.changeSeq ? later : message;
    });
  return settled({
    ...withMessages(timeline, added),
    cursor: timeline.cursor && withPage(timeline.cursor, page.through),
    through: Math.min(timeline.through ?? page.through, page.through),
    loaded: true,
    loadingOlder: false,
    hasOlder: page.hasMore,
    aside: undefined,
    problem: undefined,
  });
}

/**
 * An outgoing message was committed. It shows at its place when that is below what is shown; one that is further up,
 * or in a room nobody looked at, comes with history or a frame.
 */
export function withAck(timeline: Timeline, id: string, ack: Pick<Message, 'id' | 'seq' | 'changeSeq' | 'at'>): Timeline {
  const entry = timeline.outgoing.find((outgoing) => outgoing.id === id);
  if (!entry) {
    return timeline;
  }
  const outgoing = timeline.outgoing.filter((other) => other !== entry);
  if (!timeline.loaded || ack.seq <= (timeline.messages.at(-1)?.seq ?? 0)) {
    return { ...timeline, outgoing };
  }
  const { roomId, userId, username, content, replyTo } = entry;
  return withMessage({ ...timeline, outgoing }, { ...ack, roomId, userId, username, content, replyTo, clientMsgId: id });
}

/** What was said is forgotten; what I have yet to say is not. */
export function forgotten(timeline: Timeline): Timeline {
  return {
    ...emptyTimeline,
    generation: timeline.generation + 1,
    outgoing: timeline.outgoing,
    changes: timeline.changes.filter(({ phase }) => phase !== 'acked'),
  };
}

/** One notice a person, the latest; only the last few stay. */
export function withNotice(timeline: Timeline, person: Omit<Notice, 'afterSeq'>): Timeline {
  const notice = { ...person, afterSeq: timeline.messages.at(-1)?.seq ?? 0 };
  const others = timeline.notices.filter((other) => other.userId !== person.userId);
  return { ...timeline, notices: [...others, notice].slice(-NOTICES_KEPT) };
}

/** A committed change of mine is done with once the message shows it. */
export function settled(timeline: Timeline): Timeline {
  const shows = (seq: number) =>
    Math.max(timeline.cursor?.after ?? 0, timeline.messages.find((message) => message.seq === seq)?.changeSeq ?? 0);
  const open = timeline.changes.filter(({ seq, changeSeq }) => changeSeq === undefined || changeSeq > shows(seq));
  return open.length === timeline.changes.length ? timeline : { ...timeline, changes: open };
}

export function has(timeline: Timeline, seq: number): boolean {
  return timeline.messages.some((message) => message.seq === seq);
}

function withMessage(timeline: Timeline, message: Message): Timeline {
  return withMessages({ ...timeline, messages: timeline.messages.filter(({ seq }) => seq !== message.seq) }, [message]);
}

/** By seq. A message that was mine and under way takes its outgoing entry away, whichever of frame and page comes first. */
function withMessages(timeline: Timeline, added: readonly Message[]): Timeline {
  const confirmed = new Set(added.map(ownKey));
  const isOpen = (entry: Outgoing) => !confirmed.has(ownKey({ userId: entry.userId, clientMsgId: entry.id }));
  return {
    ...timeline,
    messages: [...timeline.messages, ...added].sort((a, b) => a.seq - b.seq),
    outgoing: timeline.outgoing.every(isOpen) ? timeline.outgoing : timeline.outgoing.filter(isOpen),
  };
}

function withAside(timeline: Timeline, message: Message): Timeline {
  return timeline.aside
    ? { ...timeline, aside: [...timeline.aside.filter(({ seq }) => seq !== message.seq), message] }
    : timeline;
}

/** client_msg_id is unique per person, so the person belongs to the key. */
function ownKey(entry: { userId: number; clientMsgId?: string | undefined }): string {
  return entry.clientMsgId ? `${entry.userId}/${entry.clientMsgId}` : '';
}
