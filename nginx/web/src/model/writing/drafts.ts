import type { Action } from '../actions.ts';
import type { Draft, Drafts } from './types.ts';

/** Each room keeps what was typed and not sent, and what it answers. Of two versions the one written later counts. */
export function reduceDrafts(drafts: Drafts, action: Action, now: () => number = Date.now): Drafts {
  /** A clock that was put back must not make what is written after that the earlier one. */
  const at = (roomId: number) => Math.max(now(), drafts[roomId]?.at ?? 0);
  switch (action.type) {
    case 'outbox_restored':
      return Object.entries(action.drafts).reduce((all, [roomId, draft]) => withLater(all, Number(roomId), draft, draft.at), drafts);
    case 'draft_heard':
      return withLater(drafts, action.roomId, action.draft && { ...action.draft, elsewhere: true }, action.at);
    case 'keep_draft':
      return withDraft(drafts, action.roomId, { text: action.draft, replyTo: drafts[action.roomId]?.replyTo, at: at(action.roomId) });
    case 'reply':
      return withDraft(drafts, action.roomId, { text: drafts[action.roomId]?.text ?? '', replyTo: action.seq, at: at(action.roomId) });
    case 'stop_reply':
      return withDraft(drafts, action.roomId, { text: drafts[action.roomId]?.text ?? '', at: at(action.roomId) });
    case 'rewrite':
      return withDraft(drafts, action.roomId, rewritten(drafts[action.roomId], action.content, action.replyTo, at(action.roomId)));
    case 'send':
    case 'room_left':
      return without(drafts, action.roomId);
    default:
      return drafts;
  }
}

/** What was begun meanwhile stays, below. */
function rewritten(before: Draft | undefined, content: string, replyTo: number | undefined, at: number): Draft {
  return { text: before?.text ? `${content}\n${before.text}` : content, replyTo: replyTo ?? before?.replyTo, at, rewritten: true };
}

function withLater(drafts: Drafts, roomId: number, draft: Draft | undefined, at: number): Drafts {
  const here = drafts[roomId];
  if (here && here.at > at) {
    return drafts;
  }
  return draft ? withDraft(drafts, roomId, draft) : without(drafts, roomId);
}

function withDraft(drafts: Drafts, roomId: number, { elsewhere, ...draft }: Draft): Drafts {
  return draft.text === '' && draft.replyTo === undefined
    ? without(drafts, roomId)
    : { ...drafts, [roomId]: elsewhere ? { ...draft, elsewhere } : draft };
}

function without(drafts: Drafts, roomId: number): Drafts {
  const { [roomId]: before, ...others } = drafts;
  return before === undefined ? drafts : others;
}
