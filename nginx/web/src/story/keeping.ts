import type { State } from '../model/state.ts';
import type { Unsent } from '../model/writing/types.ts';
import type { Stash } from './stash.ts';
import type { Story, World } from './world.ts';

/** What I wrote outlives this page: it is kept whenever it changes, and taken up when its person is back. */
export function keepingStory(world: World, stash: Stash): Story {
  let kept: Unsent | undefined;

  return (action, state) => {
    switch (action.type) {
      case 'session_opened':
        world.dispatch({ type: 'outbox_restored', ...stash.take(action.account.id) });
        return;
      case 'sign_out':
      case 'signed_out_elsewhere':
      case 'account_deleted':
        stash.clear();
        kept = undefined;
        return;
      case 'session_closed':
        kept = undefined; // the stash keeps what was not sent, for when its person signs in again
        return;
      case 'outbox_restored':
        kept = unsentOf(state);
        return;
    }
    const account = state.session.account;
    if (kept && account) {
      const now = unsentOf(state);
      if (!same(kept, now)) {
        kept = now;
        stash.keep(account.id, now);
      }
    }
  };
}

/** A committed change is done with, whether or not it shows yet. */
function unsentOf({ timelines, drafts, editing }: State): Unsent {
  const all = Object.values(timelines);
  return {
    outgoing: all.flatMap(({ outgoing }) => outgoing),
    changes: all.flatMap(({ changes }) => changes).filter(({ phase }) => phase !== 'acked'),
    drafts,
    editing,
  };
}

function same(one: Unsent, other: Unsent): boolean {
  return one.drafts === other.drafts && one.editing === other.editing
    && sameList(one.outgoing, other.outgoing) && sameList(one.changes, other.changes);
}

function sameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((entry, i) => entry === other[i]);
}
