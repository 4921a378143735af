import { isNews, withChange } from './cursor.ts';
import type { Message, Notice, Timeline } from './types.ts';
import { kept } from './window.ts';
import type { Outgoing } from '../writing/types.ts';

/** Notices older than these would only push messages away. */
const NOTICES_KEPT = 3;

export const emptyTimeline: Timeline = {
  messages: [], outgoing: [], changes: [], notices: [], loaded: false, hasOlder: false, hasNewer: false, generation: 0,
  stale: false, away: false, below: 0, sends: 0, arrivals: 0,
};

/** Who reads, and whether it is this room they have before them. */
export interface Reader {
  readonly selfId?: number | undefined;
  readonly isOpen: boolean;
}

/** A frame about a message: its whole state, after the change it names. What is known already is ignored. */
export function withFrame(timeline: Timeline, message: Message, kind: 'new' | 'changed', reader: Reader = { isOpen: true }): Timeline {
  if (!isNews(timeline.cursor, message.changeSeq)) {
    return timeline;
  }
  const isHere = has(timeline, message.seq);
  let shown = withAside(timeline, message);
  if (isHere || (kind === 'new' && belongsHere(timeline, message))) {
    shown = kept(withMessage(shown, message), timeline.away ? 'older' : 'newer', reader.isOpen);
  } else if (kind === 'new') {
    shown = confirmed(shown, [message]);
  }
  if (kind === 'new' && !isHere && message.userId !== reader.selfId && message.deletedAt === undefined) {
    shown = { ...shown, arrivals: shown.arrivals + 1, newest: message, below: timeline.away ? shown.below + 1 : 0 };
  }
  return settled({ ...shown, cursor: timeline.cursor && withChange(timeline.cursor, message.changeSeq) });
}

/** A resume also gives what lies above the stretch that is here, and what was missed in the middle of it. */
function belongsHere(timeline: Timeline, { seq }: Message): boolean {
  const first = timeline.messages[0]?.seq ?? 0;
  const last = timeline.messages.at(-1)?.seq ?? 0;
  return (seq > first || !timeline.hasOlder) && (seq < last || isAtEdge(timeline)) && timeline.loaded;
}

/** What is here ends with the newest message there is. */
export function isAtEdge({ loaded, hasNewer, stale }: Timeline): boolean {
  return loaded && !hasNewer && !stale;
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
  if (!isAtEdge(timeline) || ack.seq <= (timeline.messages.at(-1)?.seq ?? 0)) {
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
    sends: timeline.sends,
    arrivals: timeline.arrivals,
    newest: timeline.newest,
    target: timeline.target,
  };
}

/** One notice a person, the latest; only the last few stay. */
export function withNotice(timeline: Timeline, person: Omit<Notice, 'afterSeq'>): Timeline {
  if (timeline.hasNewer) {
    return timeline;
  }
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
  const { messages } = timeline;
  if (message.seq > (messages.at(-1)?.seq ?? 0)) {
    return confirmed({ ...timeline, messages: [...messages, message] }, [message]);
  }
  return withMessages({ ...timeline, messages: messages.filter(({ seq }) => seq !== message.seq) }, [message]);
}

/** By seq, with these that were not there. */
export function withMessages(timeline: Timeline, added: readonly Message[]): Timeline {
  return confirmed({ ...timeline, messages: [...timeline.messages, ...added].sort((a, b) => a.seq - b.seq) }, added);
}

/** A message that was mine and under way takes its outgoing entry away, whichever of frame and page comes first. */
function confirmed(timeline: Timeline, added: readonly Message[]): Timeline {
  const keys = new Set(added.map(ownKey));
  const isOpen = (entry: Outgoing) => !keys.has(ownKey({ userId: entry.userId, clientMsgId: entry.id }));
  return timeline.outgoing.every(isOpen) ? timeline : { ...timeline, outgoing: timeline.outgoing.filter(isOpen) };
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
