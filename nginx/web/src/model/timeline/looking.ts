import { forgotten, isAtEdge } from './timeline.ts';
import type { Timeline } from './types.ts';

/** One begins at the newest, and that is read anew when it is not here. */
export function comeBackTo(timeline: Timeline): Timeline {
  const { loaded, cursor: at, notices } = timeline;
  const here = loaded && !isAtEdge(timeline) ? { ...forgotten(timeline), cursor: at, notices } : timeline;
  return { ...here, away: false, below: 0, target: undefined, problem: undefined };
}

/** What the open room shows: its end, or what lies further up. */
export function looked(timeline: Timeline, isAtBottom: boolean): Timeline {
  const atEnd = isAtBottom && isAtEdge(timeline);
  const below = atEnd ? 0 : timeline.below;
  return timeline.away === !atEnd && timeline.below === below ? timeline : { ...timeline, away: !atEnd, below };
}

/** Too much was missed. Whoever has the room open goes on reading what is here; a page that is on its way comes too late. */
export function outdated(timeline: Timeline): Timeline {
  const { generation, changes } = forgotten(timeline);
  return { ...timeline, generation, changes, stale: true, loading: undefined, aside: undefined, through: undefined };
}
