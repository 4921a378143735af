import type { Message, Timeline } from './types.ts';

/** With a hundred messages that wait to be sent, and what stands between them, these are less than 400 rows. */
const ROWS_KEPT = 280;
/** Of a room that is not open, so much as one page and what came since. */
const ROWS_KEPT_BEHIND = 100;
/** Dropping begins this far beyond, so that it is not done for every message. */
const SLACK = 20;

/** As much as may be here. What goes is on the side of `far`: the other one is where somebody reads. */
export function kept(timeline: Timeline, near: 'older' | 'newer', isOpen = true): Timeline {
  const bound = isOpen ? ROWS_KEPT : ROWS_KEPT_BEHIND;
  const { messages } = timeline;
  // Every row but a message stands for a day, and there are at most as many days as messages.
  if (2 * messages.length <= bound || rowsOf(messages) <= bound + SLACK) {
    return timeline;
  }
  const count = countFrom(near === 'older' ? messages : [...messages].reverse(), bound);
  return near === 'older'
    ? { ...timeline, messages: messages.slice(0, count), hasNewer: true }
    : { ...timeline, messages: messages.slice(-count), hasOlder: true };
}

/** How many of them are `bound` rows. */
function countFrom(messages: readonly Message[], bound: number): number {
  let rows = 0;
  let day: string | undefined;
  const end = messages.findIndex(({ at }) => {
    const next = localDay(at);
    rows += next === day ? 1 : 2;
    day = next;
    return rows > bound;
  });
  return end < 0 ? messages.length : end;
}

const rowsOf = (messages: readonly Message[]) => messages.length + new Set(messages.map(({ at }) => localDay(at))).size;

/** Where a day begins depends on where one is. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}
