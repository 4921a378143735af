import type { DBSchema } from 'idb';
import { unsentFrom, type Difference, type Kept, type KeptDraft } from '../../model/writing/keeping.ts';
import type { Unsent } from '../../model/writing/types.ts';
import { Database } from '../device/database.ts';

/** Keeps what people wrote and the server has not settled, for all tabs of this browser. Every method may fail. */
export interface Stash {
  /** What this person left in the tabs that are named, which is this tab's from now on, and every draft. What others left is deleted. */
  take(userId: number, isWanted: (tab: string) => boolean): Promise<Unsent>;
  write(userId: number, difference: Difference): Promise<void>;
  clear(userId: number): Promise<void>;
}

type KeptRow = Kept & { readonly key: string; readonly userId: number; readonly tab: string; readonly order: number };
type DraftRow = KeptDraft & { readonly userId: number };

interface Schema extends DBSchema {
  kept: { key: string; value: KeptRow; indexes: { order: number } };
  drafts: { key: [number, number]; value: DraftRow };
}

const NAME = 'parley-unsent';

/** In IndexedDB. Of two tabs that reach for the same, one gets it: a transaction is alone with its stores. */
export class BrowserStash implements Stash {
  readonly #database = new Database<Schema>(NAME, (database) => {
    database.createObjectStore('kept', { keyPath: 'key' }).createIndex('order', 'order');
    database.createObjectStore('drafts', { keyPath: ['userId', 'roomId'] });
  });
  #last = 0;
  readonly #orders = new Map<string, number>();

  constructor(private readonly tab: string) {}

  async take(userId: number, isWanted: (tab: string) => boolean): Promise<Unsent> {
    const transaction = (await this.#database.open()).transaction(['kept', 'drafts'], 'readwrite');
    const kept = transaction.objectStore('kept');
    const drafts = transaction.objectStore('drafts');
    const taken: KeptRow[] = [];
    for (const row of await kept.index('order').getAll()) {
      if (row.userId !== userId) {
        void kept.delete(row.key);
      } else if (isWanted(row.tab)) {
        taken.push(row);
        this.#orders.set(row.id, row.order);
        if (row.tab !== this.tab) {
          void kept.delete(row.key);
          void kept.put({ ...row, tab: this.tab, key: keyOf(row, this.tab) });
        }
      }
    }
    const rows = await drafts.getAll();
    rows.filter((row) => row.userId !== userId).forEach((row) => void drafts.delete([row.userId, row.roomId]));
    await transaction.done;
    return unsentFrom(taken, rows.filter((row) => row.userId === userId));
  }

  async write(userId: number, difference: Difference): Promise<void> {
    const transaction = (await this.#database.open()).transaction(['kept', 'drafts'], 'readwrite');
    const kept = transaction.objectStore('kept');
    const drafts = transaction.objectStore('drafts');
    const work: Promise<unknown>[] = [
      ...difference.kept.map((entry) =>
        kept.put({ ...entry, key: keyOf(entry, this.tab), userId, tab: this.tab, order: this.#orderOf(entry.id) })),
      ...difference.gone.map((id) => kept.delete(keyOf({ kind: id === 'editing' ? 'editing' : 'message', id }, this.tab))),
      ...difference.drafts.map(async (entry) => {
        const before = await drafts.get([userId, entry.roomId]);
        if (before && before.at > entry.at) {
          return;
        }
        await (entry.draft ? drafts.put({ ...entry, userId }) : drafts.delete([userId, entry.roomId]));
      }),
    ];
    await Promise.all([...work, transaction.done]);
    difference.gone.forEach((id) => this.#orders.delete(id));
  }

  async clear(userId: number): Promise<void> {
    const transaction = (await this.#database.open()).transaction(['kept', 'drafts'], 'readwrite');
    const kept = transaction.objectStore('kept');
    const drafts = transaction.objectStore('drafts');
    for (const row of await kept.getAll()) {
      if (row.userId === userId) {
        void kept.delete(row.key);
      }
    }
    await drafts.delete(IDBKeyRange.bound([userId, 0], [userId, Infinity]));
    await transaction.done;
  }

  /** What was kept first is sent first, also by another tab. */
  #orderOf(id: string): number {
    const order = this.#orders.get(id) ?? (this.#last = Math.max(Date.now(), this.#last + 0.001));
    this.#orders.set(id, order);
    return order;
  }
}

/** A task has its id wherever it is; each tab edits one message. */
function keyOf({ kind, id }: Pick<Kept, 'kind' | 'id'>, tab: string): string {
  return kind === 'editing' ? `${id}/${tab}` : id;
}
