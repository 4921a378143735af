import type { Pause } from '../../model/connection/actions.ts';
import { pauseOf } from '../../model/connection/backoff.ts';
import { causeOf } from '../../model/connection/closing.ts';
import type { Cause } from '../../model/connection/types.ts';
import { Problem } from '../problem.ts';

/** The pauses between the tries of a connection: they grow, and none ends before the server asked to be tried. */
export class Patience {
  #attempt = 0;
  /** As said in the last refusal; it counts when the socket is closed for that. */
  #wishUntil = 0;
  #heldUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly again: () => void) {}

  heard(retryAfterMs: number): void {
    this.#wishUntil = Date.now() + retryAfterMs;
  }

  /** Somebody may ask for a try before the pause is over. */
  get mayHurry(): boolean {
    return Date.now() >= this.#heldUntil;
  }

  afterClose(code: number): Pause {
    return this.#wait(causeOf(code), code === 4029 || code === 1013 ? this.#wishUntil - Date.now() : 0);
  }

  afterProblem(error: unknown): Pause {
    const { status = 0, retryAfterMs = 0 } = error instanceof Problem ? error : {};
    return this.#wait(status === 429 ? 'busy' : status >= 500 ? 'unready' : 'lost', retryAfterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The next trouble starts counting anew. */
  reset(): void {
    this.#attempt = 0;
  }

  #wait(cause: Cause, retryAfterMs: number): Pause {
    const now = Date.now();
    const pauseMs = pauseOf(this.#attempt++, retryAfterMs);
    this.#heldUntil = now + Math.max(0, retryAfterMs);
    this.stop();
    this.#timer = setTimeout(this.again, pauseMs);
    return { cause, retryAt: now + pauseMs, held: retryAfterMs > 0 };
  }
}
