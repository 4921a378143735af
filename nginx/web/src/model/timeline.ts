import type { Message, Notice, Outgoing, Timeline } from './types.ts';

/** Notices older than these would only push messages away. */
const NOTICES_KEPT = 3;

export const emptyTimeline: Timeline = {
  messages: [], outgoing: [], notices: [], loaded: false, loadingOlder: false, hasOlder: false, headSeq: 0,
};

/**
 * Adds committed messages: ordered by seq, each seq once. A message that was mine and under way replaces its
 * outgoing entry, whichever of ack, live frame and history page comes first.
 */
export function withMessages(timeline: Timeline, added: readonly Message[]): Timeline {
  if (added.length === 0) {
    return timeline;
  }
  const messages = merge(timeline.messages, added);
  const confirmed = new Set(added.map((message) => ownKey(message)));
  return {
    ...timeline,
    messages,
    outgoing: timeline.outgoing.some((entry) => confirmed.has(ownKey(entry)))
      ? timeline.outgoing.filter((entry) => !confirmed.has(ownKey(entry)))
      : timeline.outgoing,
    headSeq: Math.max(timeline.headSeq, messages.at(-1)?.seq ?? 0),
  };
}

/** An outgoing message got its place. Repeats and acks for what is not (or no longer) under way change nothing. */
export function withAck(timeline: Timeline, clientMsgId: string, id: number, seq: number, at: number): Timeline {
  const entry = timeline.outgoing.find((outgoing) => outgoing.clientMsgId === clientMsgId);
  if (!entry) {
    return timeline;
  }
  const { roomId, userId, username, content } = entry;
  return withMessages(timeline, [{ id, roomId, seq, userId, username, content, at, clientMsgId }]);
}

/** Queues a message, or puts one back under way that is there already (a retry keeps its id and its place). */
export function withOutgoing(timeline: Timeline, outgoing: Outgoing): Timeline {
  const known = timeline.outgoing.some((entry) => entry.clientMsgId === outgoing.clientMsgId);
  return {
    ...timeline,
    outgoing: known
      ? timeline.outgoing.map((entry) => (entry.clientMsgId === outgoing.clientMsgId ? outgoing : entry))
      : [...timeline.outgoing, outgoing],
  };
}

export function withFailure(timeline: Timeline, clientMsgId: string, failure: string): Timeline {
  return {
    ...timeline,
    outgoing: timeline.outgoing.map((entry) => (entry.clientMsgId === clientMsgId ? { ...entry, failure } : entry)),
  };
}

export function without(timeline: Timeline, clientMsgId: string): Timeline {
  return { ...timeline, outgoing: timeline.outgoing.filter((entry) => entry.clientMsgId !== clientMsgId) };
}

/** One notice a person, the latest; only the last few stay. */
export function withNotice(timeline: Timeline, person: Omit<Notice, 'afterSeq'>): Timeline {
  const notice = { ...person, afterSeq: timeline.messages.at(-1)?.seq ?? 0 };
  const others = timeline.notices.filter((other) => other.userId !== person.userId);
  return { ...timeline, notices: [...others, notice].slice(-NOTICES_KEPT) };
}

/**
 * The seq after which something is missing, or undefined when everything from the first loaded message to the
 * head is here. seq is gapless in a room, so a hole means that messages were missed.
 */
export function missingAfter(timeline: Timeline): number | undefined {
  if (!timeline.loaded) {
    return undefined;
  }
  const { messages } = timeline;
  if (!timeline.hasOlder && messages[0] && messages[0].seq > 1) {
    return 0; // the room was empty when its history was read
  }
  for (let i = 1; i < messages.length; i++) {
    const before = messages[i - 1]!.seq;
    if (messages[i]!.seq !== before + 1) {
      return before;
    }
  }
  const last = messages.at(-1)?.seq ?? 0;
  return timeline.headSeq > last ? last : undefined;
}

function merge(known: readonly Message[], added: readonly Message[]): readonly Message[] {
  const last = known.at(-1)?.seq ?? 0;
  const only = added[0]!;
  if (added.length === 1 && only.seq > last) {
    return [...known, only];
  }
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  let changed = false;
  for (const message of added) {
    if (!bySeq.has(message.seq)) {
      bySeq.set(message.seq, message);
      changed = true;
    }
  }
  return changed ? [...bySeq.values()].sort((a, b) => a.seq - b.seq) : known;
}

/** client_msg_id is unique per person, so the person belongs to the key. */
function ownKey(entry: { userId: number; clientMsgId?: string | undefined }): string {
  return entry.clientMsgId ? `${entry.userId}/${entry.clientMsgId}` : '';
}
