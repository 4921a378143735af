import { shown, type Shown } from './overlay.ts';
import { quoteOf } from '../quotes/quotes.ts';
import type { Quote } from '../quotes/types.ts';
import type { Message, Timeline } from './types.ts';
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
  readonly replyTo?: number | undefined;
  readonly quote?: Quote | undefined;
  readonly mentions?: readonly number[] | undefined;
  readonly mentionsRoom?: boolean | undefined;
  /** Mine and not committed yet. */
  readonly outgoing?: Outgoing | undefined;
  readonly mayEdit: boolean;
  readonly mayRemove: boolean;
  /** First and last of a run by the same person. */
  readonly first: boolean;
  readonly last: boolean;
}

/** Who is looking. */
export interface Viewer {
  readonly selfId: number;
  readonly isOwner: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'notice'; readonly key: string; readonly text: string };

type Entry = Message | Outgoing;

/** What the timeline shows, top to bottom: day separators, runs of messages, who came and went. */
export function rowsOf(timeline: Timeline, viewer: Viewer, dayOf: (at: number) => string = localDay): readonly Row[] {
  const entries: readonly Entry[] = [...timeline.messages, ...timeline.outgoing];
  const rows: Row[] = [];
  const noticesAfter = (seq: number) => {
    for (const notice of timeline.notices) {
      if (notice.afterSeq === seq) {
        const text = notice.came ? `${notice.username} is here` : `${notice.username} went away`;
        rows.push({ kind: 'notice', key: `n${notice.userId}`, text });
      }
    }
  };
  noticesAfter(0);
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    const after = entries[i + 1];
    if (!before || dayOf(before.at) !== dayOf(entry.at)) {
      rows.push({ kind: 'day', key: `d${keyOf(entry)}`, at: entry.at });
    }
    rows.push({
      ...('seq' in entry ? committed(entry, timeline, viewer) : underWay(entry)),
      kind: 'message',
      key: keyOf(entry),
      userId: entry.userId,
      username: entry.username,
      at: entry.at,
      replyTo: entry.replyTo,
      quote: entry.replyTo === undefined ? undefined : quoteOf(timeline, entry.replyTo),
      mine: entry.userId === viewer.selfId,
      first: !before || !together(before, entry, dayOf),
      last: !after || !together(entry, after, dayOf),
    });
    if ('seq' in entry) {
      noticesAfter(entry.seq);
    }
  });
  return rows;
}

type Content = Shown & Pick<MessageRow, 'seq' | 'state' | 'outgoing' | 'mayEdit' | 'mayRemove' | 'mentions' | 'mentionsRoom'>;

function committed(message: Message, timeline: Timeline, { selfId, isOwner }: Viewer): Content {
  const view = shown(message, timeline.changes, selfId);
  const mine = message.userId === selfId;
  return {
    ...view, seq: message.seq, state: 'sent', mayEdit: mine && !view.removed, mayRemove: (mine || isOwner) && !view.removed,
    mentions: message.mentions, mentionsRoom: message.mentionsRoom,
  };
}

function underWay(outgoing: Outgoing): Content {
  return {
    content: outgoing.content,
    removed: false,
    edited: false,
    reactions: [],
    saving: false,
    state: outgoing.phase === 'failed' ? 'failed' : 'pending',
    outgoing,
    mayEdit: false,
    mayRemove: false,
  };
}

function together(before: Entry, after: Entry, dayOf: (at: number) => string): boolean {
  return before.userId === after.userId && after.at - before.at < TOGETHER_MS && dayOf(before.at) === dayOf(after.at);
}

function keyOf(entry: Entry): string {
  const id = 'seq' in entry ? entry.clientMsgId : entry.id;
  return id ? `${entry.userId}/${id}` : `s${'seq' in entry ? entry.seq : 0}`;
}

function localDay(at: number): string {
  return new Date(at).toDateString();
}
