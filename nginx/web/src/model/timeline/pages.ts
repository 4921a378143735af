import type { PageKind } from './actions.ts';
import { withPage } from './cursor.ts';
import { settled, withMessages } from './timeline.ts';
import type { Message, Timeline } from './types.ts';
import { kept } from './window.ts';

export interface HistoryPage {
  readonly messages: readonly Message[];
  /** Whether there are more on that side, if the page can tell. */
  readonly hasOlder?: boolean | undefined;
  readonly hasNewer?: boolean | undefined;
  /** Every change up to this one shows in the page. */
  readonly through: number;
}

/** Leaves what is here for another place, so that a page for this one comes too late. */
export const isJump = ({ loaded }: Timeline, page: PageKind) => page === 'around' || (page === 'latest' && loaded);

/** A page is on its way. */
export function awaitingPage(timeline: Timeline, page: PageKind): Timeline {
  const generation = timeline.generation + (isJump(timeline, page) ? 1 : 0);
  return { ...timeline, generation, aside: [], loading: page, problem: undefined };
}

export function withoutPage(timeline: Timeline, problem: string): Timeline {
  return { ...timeline, loading: undefined, aside: undefined, problem };
}

/**
 * A page that joins what is here is added to it: what is here already stays, as frames keep it at least as new. Any
 * other takes its place. What may be outdated is replaced, but not silently by something that leaves a hole.
 */
export function withHistory(timeline: Timeline, page: HistoryPage): Timeline {
  const isUnasked = timeline.stale && timeline.loading === 'latest';
  if (isUnasked && !joins(timeline.messages, page.messages)) {
    return { ...timeline, loading: undefined, aside: undefined };
  }
  const before = timeline.stale || !joins(timeline.messages, page.messages) ? { ...timeline, messages: [], hasOlder: false, hasNewer: false } : timeline;
  const aside = new Map(timeline.aside?.map((message) => [message.seq, message]));
  const here = new Set(before.messages.map(({ seq }) => seq));
  const added = page.messages.filter(({ seq }) => !here.has(seq)).map((message) => latestOf(message, aside.get(message.seq)));
  const joined = withEnds(withMessages(before, added), before, page);
  // What arrived meanwhile follows the page, if that ends with the newest there was.
  const last = joined.messages.at(-1)?.seq ?? 0;
  const arrived = joined.hasNewer ? [] : [...aside.values()].filter(({ seq }) => seq > last);
  return settled(kept({
    ...withMessages(joined, arrived),
    cursor: timeline.cursor && withPage(timeline.cursor, page.through),
    through: Math.min(before.through ?? page.through, page.through),
    loaded: true,
    stale: false,
    loading: undefined,
    aside: undefined,
    problem: undefined,
  }, timeline.loading === 'older' || (timeline.away && timeline.loading !== 'newer') ? 'older' : 'newer'));
}

/** A replayed message names the change that sent it and may show later ones: of two that name the same one it is the newer. */
function latestOf(read: Message, told: Message | undefined): Message {
  return told && told.changeSeq >= read.changeSeq ? told : read;
}

function withEnds(timeline: Timeline, before: Timeline, page: HistoryPage): Timeline {
  const reachesUp = (firstSeq(page.messages) ?? -Infinity) <= (before.messages[0]?.seq ?? Infinity);
  const reachesDown = (lastSeq(page.messages) ?? Infinity) >= (before.messages.at(-1)?.seq ?? 0);
  return {
    ...timeline,
    hasOlder: reachesUp ? page.hasOlder ?? before.hasOlder : before.hasOlder,
    hasNewer: reachesDown ? page.hasNewer ?? before.hasNewer : before.hasNewer,
  };
}

/** Without a hole between them. */
function joins(here: readonly Message[], page: readonly Message[]): boolean {
  const [first, last] = [firstSeq(page), lastSeq(page)];
  return first === undefined || last === undefined || here.length === 0
    || (first <= here.at(-1)!.seq + 1 && last >= here[0]!.seq - 1);
}

// The server gives the newest first.
const firstSeq = (page: readonly Message[]) => page.at(-1)?.seq;
const lastSeq = (page: readonly Message[]) => page[0]?.seq;
