import type { Action } from '../actions.ts';
import type { Message, Timeline } from '../timeline/types.ts';
import type { Editing } from './types.ts';

/** One message at a time is edited. What was typed stays here when another room is opened meanwhile. */
export function reduceEditing(editing: Editing | undefined, action: Action): Editing | undefined {
  switch (action.type) {
    case 'outbox_restored':
      return editing ?? action.editing;
    case 'start_edit':
      return { roomId: action.roomId, seq: action.seq, draft: action.draft };
    case 'keep_edit':
      return editing?.roomId === action.roomId && editing.seq === action.seq ? { ...editing, draft: action.draft } : editing;
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

/** What ArrowUp in an empty composer edits. */
export function lastOwn(timeline: Timeline | undefined, selfId: number | undefined): Message | undefined {
  return timeline?.messages.filter(({ userId, deletedAt }) => userId === selfId && deletedAt === undefined).at(-1);
}
