import type { Action } from './actions.ts';
import {
  emptyTimeline, withAck, withFailure, withMessages, withNotice, without, withOutgoing,
} from './timeline.ts';
import type { State, Timeline } from './types.ts';

type Timelines = State['timelines'];

export function reduceTimelines(timelines: Timelines, action: Action): Timelines {
  switch (action.type) {
    case 'open_room':
      return change(timelines, action.roomId, (timeline) => ({ ...timeline, problem: undefined }));
    case 'load_older':
      return change(timelines, action.roomId, (timeline) => ({ ...timeline, loadingOlder: true, problem: undefined }));
    case 'history_loaded':
      return change(timelines, action.roomId, (timeline) => withPage(timeline, action));
    case 'history_failed':
      return change(timelines, action.roomId, (timeline) => ({ ...timeline, loadingOlder: false, problem: action.detail }));
    case 'head_known':
      return change(timelines, action.roomId, (timeline) => ({ ...timeline, headSeq: Math.max(timeline.headSeq, action.seq) }));
    case 'message_arrived':
      return change(timelines, action.message.roomId, (timeline) => withMessages(timeline, [action.message]));
    case 'message_queued':
      return change(timelines, action.outgoing.roomId, (timeline) => withOutgoing(timeline, action.outgoing));
    case 'message_acked':
      return change(timelines, action.roomId, (timeline) =>
        withAck(timeline, action.clientMsgId, action.id, action.seq, action.at));
    case 'send_failed':
      return change(timelines, action.roomId, (timeline) => withFailure(timeline, action.clientMsgId, action.reason));
    case 'discard':
      return change(timelines, action.roomId, (timeline) => without(timeline, action.clientMsgId));
    case 'presence_changed':
      return change(timelines, action.roomId, (timeline) => withNotice(timeline, { userId: action.userId, username: action.username, came: action.came }));
    case 'room_left': {
      const { [action.roomId]: _, ...others } = timelines;
      return others;
    }
    default:
      return timelines;
  }
}

function change(timelines: Timelines, roomId: number, edit: (timeline: Timeline) => Timeline): Timelines {
  const before = timelines[roomId] ?? emptyTimeline;
  return { ...timelines, [roomId]: edit(before) };
}

function withPage(timeline: Timeline, page: Extract<Action, { type: 'history_loaded' }>): Timeline {
  const merged = withMessages(page.page === 'latest' ? nearby(timeline, page.messages) : timeline, page.messages);
  switch (page.page) {
    case 'latest':
      return { ...merged, loaded: true, loadingOlder: false, hasOlder: page.hasMore, problem: undefined };
    case 'older':
      return { ...merged, loadingOlder: false, hasOlder: page.hasMore, problem: undefined };
    case 'newer':
      return { ...merged, problem: undefined };
  }
}

/** After a long absence the newest page does not touch what was loaded before: start over from the page. */
function nearby(timeline: Timeline, page: readonly { seq: number }[]): Timeline {
  const oldest = Math.min(...page.map((message) => message.seq));
  const touches = timeline.messages.some((message) => message.seq >= oldest - 1);
  return touches ? timeline : { ...timeline, messages: [] };
}
