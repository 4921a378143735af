import type { Action } from '../actions.ts';
import type { Message, Timeline } from '../timeline/types.ts';
import type { Editing } from './types.ts';
import type { State } from '../state.ts';

/** One message at a time is edited. What was typed stays here when another room is opened meanwhile. */
export function reduceEditing(editing: Editing | undefined, action: Action): Editing | undefined {
  switch (action.type) {
    case 'outbox_restored':
      return action.editing;
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

/** Each room keeps what was typed and not sent. */
export function reduceDrafts(drafts: State['drafts'], action: Action): State['drafts'] {
  switch (action.type) {
    case 'outbox_restored':
      return action.drafts;
    case 'keep_draft':
      return action.draft === '' ? without(drafts, action.roomId) : { ...drafts, [action.roomId]: action.draft };
    case 'send':
    case 'room_left':
      return without(drafts, action.roomId);
    default:
      return drafts;
  }
}

function without(drafts: State['drafts'], roomId: number): State['drafts'] {
  const { [roomId]: before, ...others } = drafts;
  return before === undefined ? drafts : others;
}

/** What ArrowUp in an empty composer edits. */
export function lastOwn(timeline: Timeline | undefined, selfId: number | undefined): Message | undefined {
  return timeline?.messages.filter(({ userId, deletedAt }) => userId === selfId && deletedAt === undefined).at(-1);
}
