import type { Action } from '../actions.ts';
import type { State } from '../state.ts';
import { shown } from '../timeline/overlay.ts';
import type { Message, Timeline } from '../timeline/types.ts';
import type { Editing } from './types.ts';

/** One message at a time is edited. What was typed stays here when another room is opened meanwhile. */
export function reduceEditing(editing: Editing | undefined, action: Action): Editing | undefined {
  switch (action.type) {
    case 'outbox_restored':
      return editing ?? (action.editing && { ...action.editing, restored: true });
    case 'start_edit':
      return { roomId: action.roomId, seq: action.seq, draft: action.draft };
    case 'keep_edit':
      return editing?.roomId === action.roomId && editing.seq === action.seq ? { roomId: action.roomId, seq: action.seq, draft: action.draft } : editing;
    case 'stop_edit':
      return undefined;
    case 'edit':
      return editing?.roomId === action.roomId && editing.seq === action.seq ? undefined : editing;
    case 'room_left':
    case 'room_lost':
      return editing?.roomId === action.roomId ? undefined : editing;
    default:
      return editing;
  }
}

/** A page that went right after an edit was sent may not have put away what was typed: what the message says already is no edit. */
export function unlessDone(editing: Editing | undefined, timelines: State['timelines'], selfId: number | undefined): Editing | undefined {
  if (!editing?.restored) {
    return editing;
  }
  const timeline = timelines[editing.roomId];
  const message = timeline?.messages.find(({ seq }) => seq === editing.seq);
  return timeline && message && shown(message, timeline.changes, selfId ?? 0).content === editing.draft ? undefined : editing;
}

/** What ArrowUp in an empty composer edits. */
export function lastOwn(timeline: Timeline | undefined, selfId: number | undefined): Message | undefined {
  return timeline?.messages.filter(({ userId, deletedAt }) => userId === selfId && deletedAt === undefined).at(-1);
}
