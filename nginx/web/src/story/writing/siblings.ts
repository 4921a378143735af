import type { KeptDraft } from '../../model/writing/keeping.ts';

/** A draft of somebody, told to the other tabs. */
export type Note = KeptDraft & { readonly userId: number };

/** The other tabs of this browser. */
export interface Siblings {
  /** From now on this tab looks after what was written in it, until it leaves that to the others. */
  enter(): void;
  leave(): void;
  /** Whether a tab is there no more. Where the browser cannot tell, every other one counts as gone. */
  gone(): Promise<(tab: string) => boolean>;
  /** Called with each tab that goes away or leaves from now on. */
  onGone(listener: (tab: string) => void): void;
  tell(note: Note): void;
  onNote(listener: (note: Note) => void): void;
}

const LOCK = 'parley-tab-';
/** Some browsers forbid locks where they forbid storage: then there is nothing to take over either. */
const FORBIDDEN = () => undefined;

/**
 * A tab holds a lock of its name until it leaves or dies; who waits for that lock learns of its end, however it came.
 * Locks exist in secure contexts only. Without them two tabs may send the same message: its id makes it one.
 */
export class BrowserSiblings implements Siblings {
  readonly #locks = navigator.locks as LockManager | undefined;
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('parley-writing');
  readonly #watched = new Set<string>();
  #leave: () => void = () => undefined;
  #gone: (tab: string) => void = () => undefined;
  #note: (note: Note) => void = () => undefined;

  constructor(private readonly tab: string) {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<{ here: string } | Note>) => {
      if ('here' in data) {
        this.#watch(data.here);
      } else {
        this.#note(data);
      }
    });
  }

  enter(): void {
    this.#leave();
    const left = new Promise<void>((leave) => (this.#leave = leave));
    this.#locks?.request(LOCK + this.tab, () => left).catch(FORBIDDEN);
    this.#channel?.postMessage({ here: this.tab });
  }

  leave(): void {
    this.#leave();
  }

  async gone(): Promise<(tab: string) => boolean> {
    const { held = [] } = await this.#locks?.query() ?? {};
    const there = new Set(held.map(({ name }) => name));
    for (const name of there) {
      if (name?.startsWith(LOCK)) {
        this.#watch(name.slice(LOCK.length));
      }
    }
    return (tab) => tab === this.tab || !there.has(LOCK + tab);
  }

  onGone(listener: (tab: string) => void): void {
    this.#gone = listener;
  }

  tell(note: Note): void {
    this.#channel?.postMessage(note);
  }

  onNote(listener: (note: Note) => void): void {
    this.#note = listener;
  }

  #watch(tab: string): void {
    if (tab !== this.tab && !this.#watched.has(tab)) {
      this.#watched.add(tab);
      this.#locks?.request(LOCK + tab, () => {
        this.#watched.delete(tab);
        this.#gone(tab);
      }).catch(FORBIDDEN);
    }
  }
}
