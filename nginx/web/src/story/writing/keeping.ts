import { differenceOf, isNothing, NOTHING, unsentOf } from '../../model/writing/keeping.ts';
import type { Draft, Unsent } from '../../model/writing/types.ts';
import type { Siblings } from './siblings.ts';
import type { Stash } from './stash.ts';
import type { Story, World } from '../world.ts';

/** A full disk does not empty itself in a moment. */
const REFUSED_MS = 10_000;

/**
 * What I wrote outlives this page: it is kept whenever it changes, and taken up when its person is back, or when the
 * tab it was written in is gone or has nobody signed in any more. A browser that keeps nothing costs nothing but that.
 */
export function keepingStory(world: World, stash: Stash, siblings: Siblings): Story {
  /** What the stash holds of this tab; nothing until it was read. */
  let kept: Unsent | undefined;
  let userId: number | undefined;
  let writing = false;
  /** What the browser would not keep: it is tried again when that has changed, or after a while; not with every frame that comes. */
  let refused: Unsent | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  /** Of what is there when a session opens. */
  let firstTake: Promise<void> = Promise.resolve();

  const take = async (owner: number, isWanted: (tab: string) => boolean) => {
    const found = await stash.take(owner, isWanted).catch(() => NOTHING);
    if (owner === userId) {
      kept = {
        outgoing: [...(kept?.outgoing ?? []), ...found.outgoing],
        changes: [...(kept?.changes ?? []), ...found.changes],
        drafts: { ...kept?.drafts, ...found.drafts },
        editing: kept?.editing ?? found.editing,
      };
      world.dispatch({ type: 'outbox_restored', ...found });
    }
  };
  const begin = async (owner: number) => {
    userId = owner;
    siblings.enter();
    const isGone = await siblings.gone().catch(() => () => true);
    await take(owner, isGone);
  };

  /** One at a time; what changes meanwhile is written after it. */
  const write = async () => {
    while (kept && userId !== undefined) {
      const before = kept;
      const owner = userId;
      const now = unsentOf(world.state());
      const difference = differenceOf(before, now, Date.now());
      if (isNothing(difference) || (refused && isNothing(differenceOf(refused, now, Date.now())))) {
        break;
      }
      kept = now;
      refused = undefined;
      difference.drafts.forEach((draft) => siblings.tell({ ...draft, userId: owner }));
      try {
        await stash.write(owner, difference);
      } catch {
        if (kept === now) {
          kept = before;
          refused = now;
          clearTimeout(again);
          again = setTimeout(() => {
            refused = undefined;
            keep();
          }, REFUSED_MS);
        }
      }
    }
    writing = false;
  };

  const keep = () => {
    if (kept && !writing) {
      writing = true;
      void write();
    }
  };

  const takeOver = async (tab: string) => {
    const owner = userId;
    await firstTake; // which may have found that tab still there
    if (owner !== undefined && owner === userId) {
      await take(owner, (other) => other === tab);
    }
  };
  siblings.onGone((tab) => void takeOver(tab));
  siblings.onNote((note) => {
    if (note.userId === userId && kept) {
      world.dispatch({ type: 'draft_heard', roomId: note.roomId, draft: note.draft, at: note.at });
    }
  });

  return (action, state) => {
    switch (action.type) {
      case 'session_opened':
        firstTake = begin(action.account.id);
        return;
      case 'sign_out':
      case 'signed_out_elsewhere':
      case 'account_deleted':
        void stash.clear(userId ?? 0).catch(() => undefined);
        kept = userId = undefined;
        return;
      case 'session_closed':
        kept = userId = undefined; // the stash keeps what was not sent, for when its person signs in again, here or in another tab
        siblings.leave();
        return;
      case 'draft_heard':
        kept = kept && withHeard(kept, action.roomId, state.drafts[action.roomId]);
        return;
    }
    keep();
  };
}

/** Whoever wrote a draft in another tab has kept it. One that was begun here since then is still to be kept. */
function withHeard(kept: Unsent, roomId: number, draft: Draft | undefined): Unsent {
  const { [roomId]: _, ...others } = kept.drafts;
  return draft && !draft.elsewhere ? kept : { ...kept, drafts: draft ? { ...others, [roomId]: draft } : others };
}
