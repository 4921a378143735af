import { unsentFrom, type Difference, type Kept, type KeptDraft } from '../src/model/writing/keeping.ts';
import type { Unsent } from '../src/model/writing/types.ts';
import type { Note, Siblings } from '../src/story/writing/siblings.ts';
import type { Stash } from '../src/story/writing/stash.ts';

type Row = { readonly tab: string; readonly userId: number; readonly entry: Kept };

/** A browser with several tabs: what they keep, and who of them is there. */
export class FakeBrowser {
  rows: readonly Row[] = [];
  drafts: readonly (KeptDraft & { readonly userId: number })[] = [];
  /** Storage that is full, or forbidden. */
  refuses = false;
  /** How often it was asked to keep something. */
  writes = 0;
  readonly #tabs = new Map<string, { entered: boolean; gone: (tab: string) => void; note: (note: Note) => void }>();

  open(tab: string): { readonly stash: Stash; readonly siblings: Siblings } {
    const here = { entered: false, gone: (_: string) => undefined as void, note: (_: Note) => undefined as void };
    this.#tabs.set(tab, here);
    return {
      stash: {
        take: async (userId, isWanted) => this.#take(tab, userId, isWanted),
        write: async (userId, difference) => this.#write(tab, userId, difference),
        clear: async (userId) => {
          this.rows = this.rows.filter((row) => row.userId !== userId);
          this.drafts = this.drafts.filter((draft) => draft.userId !== userId);
        },
      },
      siblings: {
        enter: () => void (here.entered = true),
        leave: () => {
          here.entered = false;
          this.#tellGone(tab);
        },
        gone: async () => {
          const there = [...this.#tabs].filter(([, { entered }]) => entered).map(([other]) => other);
          return (other) => other === tab || !there.includes(other);
        },
        onGone: (listener) => (here.gone = listener),
        tell: (note) => [...this.#tabs].filter(([other]) => other !== tab).forEach(([, other]) => other.note(note)),
        onNote: (listener) => (here.note = listener),
      },
    };
  }

  close(tab: string): void {
    this.#tabs.delete(tab);
    this.#tellGone(tab);
  }

  #tellGone(tab: string): void {
    this.#tabs.forEach(({ gone }, other) => other !== tab && gone(tab));
  }

  #take(tab: string, userId: number, isWanted: (tab: string) => boolean): Unsent {
    this.#mayFail();
    const mine = this.rows.filter((row) => row.userId === userId);
    const wanted = mine.filter((row) => isWanted(row.tab));
    this.rows = mine.map((row) => (wanted.includes(row) ? { ...row, tab } : row));
    this.drafts = this.drafts.filter((draft) => draft.userId === userId);
    return unsentFrom(wanted.map(({ entry }) => entry), this.drafts);
  }

  #write(tab: string, userId: number, { kept, gone, drafts }: Difference): void {
    this.writes++;
    this.#mayFail();
    const ids = new Set([...gone, ...kept.map(({ id }) => id)]);
    this.rows = [...this.rows.filter(({ entry }) => !ids.has(entry.id)), ...kept.map((entry) => ({ tab, userId, entry }))];
    for (const draft of drafts) {
      const others = this.drafts.filter(({ roomId }) => roomId !== draft.roomId);
      this.drafts = draft.draft ? [...others, { ...draft, userId }] : others;
    }
  }

  #mayFail(): void {
    if (this.refuses) {
      throw new Error('quota');
    }
  }
}

/** What was promised is done: a turn of the event loop later. */
export const settled = () => new Promise((done) => setImmediate(done));
