import type { Action } from '../actions.ts';
import type { Message, Timeline } from '../timeline/types.ts';
import type { Recalled } from './types.ts';

export function reduceRecalled(recalled: Recalled, action: Action): Recalled {
  switch (action.type) {
    case 'page_recalled':
      return { ...recalled, [action.roomId]: action.messages };
    case 'history_loaded':
    case 'room_left':
    case 'room_lost': {
      const { [action.roomId]: known, ...others } = recalled;
      return known ? others : recalled;
    }
    default:
      return recalled;
  }
}

/** Until a page was read, what is remembered of it is shown, with what frames brought meanwhile. The timeline itself knows nothing of it. */
export function withRecalled(timeline: Timeline, messages: readonly Message[] | undefined): Timeline {
  if (timeline.loaded || !messages) {
    return timeline;
  }
  const bySeq = new Map([...messages, ...timeline.messages].map((message) => [message.seq, message]));
  return { ...timeline, loaded: true, messages: [...bySeq.values()].sort((a, b) => a.seq - b.seq) };
}

const MOST = 50;
/** Of one page, as text: fifty of the longest messages would be four times as much. */
const MOST_BYTES = 256 * 1_024;

/** What is worth remembering: the newest messages, fewer of them where they are long. */
export function pageOf({ messages }: Timeline): readonly Message[] {
  const page = messages.slice(-MOST);
  let room = MOST_BYTES;
  let from = page.length;
  while (from > 0 && (room -= JSON.stringify(page[from - 1]).length) >= 0) {
    from--;
  }
  return page.slice(from);
}
