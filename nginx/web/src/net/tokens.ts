import { Problem, unreachable } from './problem.ts';
import type { WireSession } from './wire.ts';

/** A token about to run out would be refused on its way. */
const EARLY_MS = 30_000;

/**
 * The access token, in memory only; the refresh token is a cookie no script can read. Renewals are single-flight
 * in this page and, where the browser can lock, among the tabs of this origin: a refresh token is good for once.
 */
export class Tokens {
  #token: string | undefined;
  #expiresAt = 0;
  #renewal: Promise<string> | undefined;
  /** Counts sessions: what is renewed for one that was forgotten meanwhile is not for the next. */
  #turn = 0;

  constructor(private readonly refresh: () => Promise<WireSession>) {}

  keep(session: WireSession): void {
    this.#token = session.token;
    this.#expiresAt = Date.now() + session.expires_in * 1_000;
  }

  forget(): void {
    this.#token = undefined;
    this.#turn++;
    this.#renewal = undefined;
  }

  /** When the renewal that is under way, if one is, has come to its end. */
  async rested(): Promise<void> {
    await this.#renewal?.catch(() => undefined);
  }

  get last(): string | undefined {
    return this.#token;
  }

  /** A token that is good for a while. Throws a 401 Problem when the session is over. */
  async current(): Promise<string> {
    return this.#token && Date.now() < this.#expiresAt - EARLY_MS ? this.#token : this.renew();
  }

  renew(): Promise<string> {
    return (this.#renewal ??= this.#renew(this.#turn));
  }

  async #renew(turn: number): Promise<string> {
    try {
      const session = await alone(this.refresh);
      if (turn !== this.#turn) {
        throw unreachable();
      }
      this.keep(session);
      return session.token;
    } catch (error) {
      if (turn === this.#turn && error instanceof Problem && error.status === 401) {
        this.forget();
      }
      throw error;
    } finally {
      if (turn === this.#turn) {
        this.#renewal = undefined;
      }
    }
  }
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  // Locks exist in secure contexts only.
  return navigator.locks ? navigator.locks.request('parley-refresh', work) as Promise<T> : work();
}
