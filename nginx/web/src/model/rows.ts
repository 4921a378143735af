import type { Message, Outgoing, Timeline } from './types.ts';

/** Messages of one person within this time stand together under one name. */
const TOGETHER_MS = 5 * 60_000;

export type DeliveryState = 'pending' | 'sent' | 'failed';

export interface MessageRow {
  readonly kind: 'message';
  /** Stays the same when an outgoing message is confirmed, so that its element stays too. */
  readonly key: string;
  readonly seq?: number | undefined;
  readonly userId: number;
  readonly username: string;
  readonly content: string;
  readonly at: number;
  readonly mine: boolean;
  readonly state: DeliveryState;
  readonly failure?: string | undefined;
  readonly clientMsgId?: string | undefined;
  /** First and last of a run by the same person. */
  readonly first: boolean;
  readonly last: boolean;
}

export type Row =
  | MessageRow
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'notice'; readonly key: string; readonly text: string };

type Entry = Message | Outgoing;

/** What the timeline shows, top to bottom: day separators, runs of messages, who came and went. */
export function rowsOf(timeline: Timeline, selfId: number, dayOf: (at: number) => string = localDay): readonly Row[] {
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
      kind: 'message',
      key: keyOf(entry),
      seq: 'seq' in entry ? entry.seq : undefined,
      userId: entry.userId,
      username: entry.username,
      content: entry.content,
      at: entry.at,
      mine: entry.userId === selfId,
      state: stateOf(entry),
      failure: 'failure' in entry ? entry.failure : undefined,
      clientMsgId: entry.clientMsgId,
      first: !before || !together(before, entry, dayOf),
      last: !after || !together(entry, after, dayOf),
    });
    if ('seq' in entry) {
      noticesAfter(entry.seq);
    }
  });
  return rows;
}

function stateOf(entry: Entry): DeliveryState {
  if ('seq' in entry) {
    return 'sent';
  }
  return entry.failure === undefined ? 'pending' : 'failed';
}

function together(before: Entry, after: Entry, dayOf: (at: number) => string): boolean {
  return before.userId === after.userId && after.at - before.at < TOGETHER_MS && dayOf(before.at) === dayOf(after.at);
}

function keyOf(entry: Entry): string {
  return entry.clientMsgId ? `${entry.userId}/${entry.clientMsgId}` : `s${'seq' in entry ? entry.seq : 0}`;
}

function localDay(at: number): string {
  return new Date(at).toDateString();
}
