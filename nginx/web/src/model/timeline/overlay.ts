import type { Change } from '../writing/types.ts';
import type { Message, Reaction } from './types.ts';

export interface ReactionShown {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
  /** Whose else, as far as the server names them. */
  readonly others: readonly number[];
}

/** A message as I see it: with what I changed, before the server said so. */
export interface Shown {
  readonly content: string;
  readonly removed: boolean;
  readonly edited: boolean;
  readonly reactions: readonly ReactionShown[];
  /** A change of mine is under way. */
  readonly saving: boolean;
  /** The change that was refused. The words of a refused edit stay in sight. */
  readonly refused?: Change | undefined;
}

export function shown(message: Message, changes: readonly Change[], selfId: number): Shown {
  const before: Shown = {
    content: message.content,
    removed: message.deletedAt !== undefined,
    edited: message.editedAt !== undefined,
    reactions: (message.reactions ?? []).map((reaction) => shownReaction(reaction, selfId)),
    saving: false,
  };
  return changes.filter(({ seq }) => seq === message.seq).reduce(withChange, before);
}

function withChange(before: Shown, change: Change): Shown {
  const { what } = change;
  if (change.phase === 'failed') {
    return { ...before, refused: change, content: what.kind === 'edit' ? what.content : before.content };
  }
  const saving = before.saving || change.phase !== 'acked';
  switch (what.kind) {
    case 'edit':
      return before.removed ? { ...before, saving } : { ...before, saving, content: what.content, edited: true };
    case 'remove':
      return { ...before, saving, content: '', removed: true, reactions: [] };
    case 'react':
      return before.removed ? { ...before, saving } : { ...before, saving, reactions: reacted(before.reactions, what.emoji, what.on) };
  }
}

/** Where it stood; a new one comes last, and one that nobody has any more goes. */
function reacted(reactions: readonly ReactionShown[], emoji: string, on: boolean): readonly ReactionShown[] {
  const there = reactions.find((reaction) => reaction.emoji === emoji);
  if (!there) {
    return on ? [...reactions, { emoji, count: 1, mine: true, others: [] }] : reactions;
  }
  if (there.mine === on) {
    return reactions;
  }
  const count = there.count + (on ? 1 : -1);
  return reactions.flatMap((reaction) => (reaction !== there ? [reaction] : count > 0 ? [{ ...there, count, mine: on }] : []));
}

function shownReaction({ emoji, count, userIds }: Reaction, selfId: number): ReactionShown {
  return { emoji, count, mine: userIds.includes(selfId), others: userIds.filter((userId) => userId !== selfId) };
}
