import type { Action } from '../actions.ts';
import * as cursor from './cursor.ts';
import { withQuote, withQuotedChange } from '../quotes/quotes.ts';
import { interruptedTasks, withoutTask, withPhase, withTask } from '../writing/tasks.ts';
import { awaitingPage, withHistory, withoutPage } from './pages.ts';
import { comeBackTo, looked, outdated } from './looking.ts';
import { emptyTimeline, forgotten, settled, withAck, withFrame, withNotice } from './timeline.ts';
import type { Change, Phase, Refused, Task } from '../writing/types.ts';
import type { Message, Timeline } from './types.ts';
import type { State } from '../state.ts';

type Timelines = State['timelines'];

export interface Place {
  readonly selfId?: number | undefined;
  /** The room somebody has before them, as it was before the action. */
  readonly currentId?: number | undefined;
}

export function reduceTimelines(timelines: Timelines, action: Action, place: Place = {}): Timelines {
  const frame = (message: Message, kind: 'new' | 'changed') => change(timelines, message.roomId, (timeline) =>
    withFrame(timeline, message, kind, { selfId: place.selfId, isOpen: message.roomId === place.currentId }));
  switch (action.type) {
    case 'connection_changed':
      return action.status === 'live' ? timelines : everywhere(timelines, interrupted);
    case 'heads_heard':
      return everywhere(timelines, (timeline, roomId) => withCursor(timeline, (at) => cursor.withHead(at, action.heads[roomId] ?? 0)));
    case 'outbox_restored':
      return [...action.outgoing, ...action.changes].reduce((all, task) => change(all, task.roomId, (timeline) =>
        'seq' in task
          ? { ...timeline, changes: withTask(timeline.changes, task) }
          : { ...timeline, outgoing: withTask(timeline.outgoing, task) }), timelines);
    case 'message_arrived':
      return frame(action.message, 'new');
    case 'message_changed':
      return change(frame(action.message, 'changed'), action.message.roomId, (timeline) => withQuotedChange(timeline, action.message));
    case 'message_queued':
      return change(timelines, action.outgoing.roomId, (timeline) => ({
        ...timeline, outgoing: withTask(timeline.outgoing, action.outgoing), sends: timeline.sends + 1,
      }));
    case 'change_queued':
      return change(timelines, action.change.roomId, (timeline) => withMyChange(timeline, action.change));
    case 'room_left': {
      const { [action.roomId]: _, ...others } = timelines;
      return others;
    }
    default:
      return 'roomId' in action ? change(timelines, action.roomId, (timeline) => inRoom(timeline, action, action.roomId === place.currentId)) : timelines;
  }
}

function inRoom(timeline: Timeline, action: Extract<Action, { roomId: number }>, isOpen: boolean): Timeline {
  switch (action.type) {
    case 'open_room':
      return isOpen ? { ...timeline, problem: undefined } : comeBackTo(timeline);
    case 'look':
      return isOpen ? looked(timeline, action.atEnd) : timeline;
    case 'show_message':
      return { ...timeline, target: { seq: action.seq } };
    case 'link_copied':
      return { ...timeline, copied: { seq: action.seq } };
    case 'show_latest':
    case 'show_date':
      return timeline.target ? { ...timeline, target: undefined } : timeline;
    case 'quote_loaded':
      return withQuote(timeline, action.seq, action.message);
    case 'history_asked':
      return awaitingPage(timeline, action.page);
    case 'history_loaded':
      return action.generation === timeline.generation ? withHistory(timeline, action.page) : timeline;
    case 'history_failed':
      return action.generation === timeline.generation
        ? withoutPage(timeline, action.detail)
        : timeline;
    case 'room_entered':
      return { ...timeline, cursor: cursor.entered(timeline.cursor, action.head, action.epoch, timeline.through) };
    case 'room_resumed':
      return settled(withCursor(timeline, (at) => cursor.resumed(at, action.head)));
    case 'room_resynced':
      return {
        ...(isOpen && timeline.loaded ? outdated(timeline) : forgotten(timeline)),
        notices: timeline.notices,
        cursor: cursor.resynced(action.head, action.epoch, timeline.cursor),
      };
    case 'resume_asked':
      return withCursor(timeline, cursor.asked);
    case 'join_delayed':
      return withCursor(timeline, cursor.putOff);
    case 'room_lost':
      return lost(timeline, action.remark);
    case 'message_acked':
      return withAck(timeline, action.id, action.message);
    case 'change_acked':
      return settled({
        ...timeline,
        changes: timeline.changes.map((entry) =>
          entry.id === action.id ? { ...entry, phase: 'acked', changeSeq: action.changeSeq, reason: undefined } : entry),
      });
    case 'task_sent':
      return inPhase(timeline, action.id, 'sent');
    case 'task_delayed':
      return inPhase(timeline, action.id, 'waiting', action);
    case 'task_failed':
      return inPhase(timeline, action.id, 'failed', action);
    case 'task_due':
    case 'retry':
      return inPhase(timeline, action.id, 'queued');
    case 'discard':
    case 'rewrite':
      return { ...timeline, outgoing: withoutTask(timeline.outgoing, action.id), changes: withoutTask(timeline.changes, action.id) };
    case 'presence_changed':
      return withNotice(timeline, { userId: action.userId, username: action.username, came: action.came });
    default:
      return timeline;
  }
}

function change(timelines: Timelines, roomId: number, edit: (timeline: Timeline) => Timeline): Timelines {
  const before = timelines[roomId] ?? emptyTimeline;
  const after = edit(before);
  return after === before ? timelines : { ...timelines, [roomId]: after };
}

function everywhere(timelines: Timelines, edit: (timeline: Timeline, roomId: number) => Timeline): Timelines {
  return Object.keys(timelines).map(Number).reduce((all, roomId) => change(all, roomId, (timeline) => edit(timeline, roomId)), timelines);
}

function withCursor(timeline: Timeline, edit: (at: NonNullable<Timeline['cursor']>) => Timeline['cursor']): Timeline {
  const at = timeline.cursor && edit(timeline.cursor);
  return at === timeline.cursor ? timeline : { ...timeline, cursor: at };
}

function inPhase(timeline: Timeline, id: string, phase: Phase, why?: Refused): Timeline {
  const outgoing = withPhase(timeline.outgoing, id, phase, why);
  const changes = withPhase(timeline.changes, id, phase, why);
  return outgoing === timeline.outgoing && changes === timeline.changes ? timeline : { ...timeline, outgoing, changes };
}

/** A new try takes the place of one that was refused. */
function withMyChange(timeline: Timeline, mine: Change): Timeline {
  const others = timeline.changes.filter(({ phase, seq }) => phase !== 'failed' || seq !== mine.seq);
  return { ...timeline, changes: [...others, mine] };
}

function interrupted(timeline: Timeline): Timeline {
  return {
    ...withCursor(timeline, cursor.interrupted),
    outgoing: interruptedTasks(timeline.outgoing),
    changes: interruptedTasks(timeline.changes),
  };
}

/** What was written there stays, for whoever comes back to the room. */
function lost(timeline: Timeline, reason: string): Timeline {
  const { outgoing, changes, generation } = forgotten(timeline);
  return { ...emptyTimeline, generation, outgoing: outgoing.map((task) => refused(task, reason)), changes: changes.map((task) => refused(task, reason)) };
}

function refused<T extends Task>(task: T, reason: string): T {
  return { ...task, phase: 'failed', reason };
}
