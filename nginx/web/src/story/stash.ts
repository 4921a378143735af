import type { Change, Outgoing } from '../model/writing/types.ts';
import type { Unsent } from '../model/writing/types.ts';

/** As much of the browser's Storage as is used here. */
export type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'parley.unsent.1';
const NOTHING: Unsent = { outgoing: [], changes: [], drafts: {} };

/**
 * Keeps what one person wrote and the server has not settled for this tab, over reloads and over a session that ended by itself. Somebody else who
 * signs in finds nothing. Works without a box, and without room in it: then a reload loses what was not sent.
 */
export class Stash {
  constructor(private readonly box: Box | undefined) {}

  keep(userId: number, unsent: Unsent): void {
    try {
      if (isNothing(unsent)) {
        this.box?.removeItem(KEY);
      } else {
        this.box?.setItem(KEY, JSON.stringify({ userId, ...unsent }));
      }
    } catch {
      // Full, or forbidden: what is in memory goes on.
    }
  }

  /** What waits is to be sent again; what was refused still is. */
  take(userId: number): Unsent {
    try {
      const kept = JSON.parse(this.box?.getItem(KEY) ?? 'null') as (Unsent & { userId: number }) | null;
      if (kept?.userId === userId) {
        return { outgoing: kept.outgoing.map(anew), changes: kept.changes.map(anew), drafts: kept.drafts, editing: kept.editing };
      }
    } catch {
      // Not ours, or broken.
    }
    this.clear();
    return NOTHING;
  }

  clear(): void {
    try {
      this.box?.removeItem(KEY);
    } catch {
      // There is nothing to be done.
    }
  }
}

function isNothing({ outgoing, changes, drafts, editing }: Unsent): boolean {
  return outgoing.length + changes.length + Object.keys(drafts).length === 0 && !editing;
}

function anew<T extends Outgoing | Change>(task: T): T {
  return task.phase === 'failed' ? task : { ...task, phase: 'queued' };
}
