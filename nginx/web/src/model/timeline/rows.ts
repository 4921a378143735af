import { initialNames, mentionsAmong, type Names } from '../content/names.ts';
import { mentionsPerson } from '../reading/mentions.ts';
import { shown, type Shown } from './overlay.ts';
import { quoteOf } from '../quotes/quotes.ts';
import type { Quote } from '../quotes/types.ts';
import type { Message, Timeline } from './types.ts';
import { localDay } from './window.ts';
import type { Outgoing } from '../writing/types.ts';

/** Messages of one person within this time stand together under one name. */
const TOGETHER_MS = 5 * 60_000;

export type DeliveryState = 'pending' | 'sent' | 'failed';

export interface MessageRow extends Shown {
  readonly kind: 'message';
  /** Stays the same when an outgoing message is confirmed, so that its element stays too. */
  readonly key: string;
  readonly seq?: number | undefined;
  readonly userId: number;
  readonly username: string;
  readonly at: number;
  readonly mine: boolean;
  readonly state: DeliveryState;
  /** It names me, or everybody. */
  readonly mentionsMe: boolean;
  readonly replyTo?: number | undefined;
  readonly quote?: Quote | undefined;
  /** The names in its words that mean somebody. */
  readonly named: readonly string[];
  /** Mine and not committed yet. */
  readonly outgoing?: Outgoing | undefined;
  readonly mayEdit: boolean;
  readonly mayRemove: boolean;
  /** First and last of a run by the same person. */
  readonly first: boolean;
  readonly last: boolean;
  /** What it was made of: a row of the same entry and the same changes shows the same. */
  readonly entry: Message | Outgoing;
}

/** Who is looking. */
export interface Viewer {
  readonly selfId: number;
  readonly isOwner: boolean;
  /** What I had read when the room was opened; what others said after it is new. */
  readonly newAfter?: number | undefined;
  readonly names?: Names | undefined;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'new'; readonly key: 'new'; readonly at: number }
  | { readonly kind: 'notice'; readonly key: string; readonly username: string; readonly came: boolean };

type Entry = Message | Outgoing;

/** What the timeline shows, top to bottom: day separators, where the new begins, runs of messages, who came and went. */
export function rowsOf(timeline: Timeline, viewer: Viewer, dayOf: (at: number) => string = localDay): readonly Row[] {
  // What I am sending comes after the newest, which may not be here.
  const entries: readonly Entry[] = timeline.hasNewer ? timeline.messages : [...timeline.messages, ...timeline.outgoing];
  const firstNew = firstNewOf(timeline, viewer);
  const named = mentionsAmong(viewer.names ?? initialNames);
  const rows: Row[] = [];
  const noticesAfter = (seq: number) => {
    for (const notice of timeline.notices) {
      if (notice.afterSeq === seq) {
        rows.push({ kind: 'notice', key: `n${notice.userId}`, username: notice.username, came: notice.came });
      }
    }
  };
  const days = new Set<string>();
  let dayBefore: string | undefined;
  noticesAfter(0);
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    const after = entries[i + 1];
    const day = dayOf(entry.at);
    if (day !== dayBefore) {
      // The same day comes twice where somebody's clock is ahead.
      rows.push({ kind: 'day', key: days.has(day) ? `d${day}/${keyOf(entry)}` : `d${day}`, at: entry.at });
      days.add(day);
    }
    if (entry === firstNew) {
      rows.push({ kind: 'new', key: 'new', at: entry.at });
    }
    const first = !before || day !== dayBefore || entry === firstNew || !together(before, entry);
    const last = !after || after === firstNew || day !== dayOf(after.at) || !together(entry, after);
    dayBefore = day;
    rows.push({
      ...('seq' in entry ? committed(entry, timeline, viewer, named) : underWay(entry)),
      kind: 'message',
      key: keyOf(entry),
      userId: entry.userId,
      username: entry.username,
      at: entry.at,
      replyTo: entry.replyTo,
      quote: entry.replyTo === undefined ? undefined : quoteOf(timeline, entry.replyTo),
      mine: entry.userId === viewer.selfId,
      first,
      last,
      entry,
    });
    if ('seq' in entry) {
      noticesAfter(entry.seq);
    }
  });
  return rows;
}

/** Where the new begins, if that is here. */
function firstNewOf({ messages, hasOlder }: Timeline, { newAfter, selfId }: Viewer): Message | undefined {
  const begin = hasOlder ? messages[0]?.seq ?? 0 : 0;
  return newAfter === undefined || begin > newAfter + 1 ? undefined : messages.find(({ seq, userId }) => seq > newAfter && userId !== selfId);
}

type Content = Shown & Pick<MessageRow, 'seq' | 'state' | 'mentionsMe' | 'outgoing' | 'mayEdit' | 'mayRemove' | 'named'>;

function committed(message: Message, timeline: Timeline, { selfId, isOwner }: Viewer, named: ReturnType<typeof mentionsAmong>): Content {
  const view = shown(message, timeline.changes, selfId);
  const mine = message.userId === selfId;
  return {
    ...view, seq: message.seq, state: 'sent', mayEdit: mine && !view.removed, mayRemove: (mine || isOwner) && !view.removed,
    mentionsMe: !mine && !view.removed && mentionsPerson(message, selfId), named: named({ ...message, content: view.content }),
  };
}

function underWay(outgoing: Outgoing): Content {
  return {
    content: outgoing.content,
    removed: false,
    edited: false,
    reactions: [],
    saving: false,
    mentionsMe: false,
    named: [],
    state: outgoing.phase === 'failed' ? 'failed' : 'pending',
    outgoing,
    mayEdit: false,
    mayRemove: false,
  };
}

function together(before: Entry, after: Entry): boolean {
  return before.userId === after.userId && after.at - before.at < TOGETHER_MS;
}

function keyOf(entry: Entry): string {
  const id = 'seq' in entry ? entry.clientMsgId : entry.id;
  return id ? `${entry.userId}/${id}` : `s${'seq' in entry ? entry.seq : 0}`;
}
