import { Problem } from './problem.ts';
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

  constructor(private readonly refresh: () => Promise<WireSession>) {}

  keep(session: WireSession): void {
    this.#token = session.token;
    this.#expiresAt = Date.now() + session.expires_in * 1_000;
  }

  forget(): void {
    this.#token = undefined;
  }

  get last(): string | undefined {
    return this.#token;
  }

  /** A token that is good for a while. Throws a 401 Problem when the session is over. */
  async current(): Promise<string> {
    return this.#token && Date.now() < this.#expiresAt - EARLY_MS ? this.#token : this.renew();
  }

  renew(): Promise<string> {
    this.#renewal ??= alone(this.refresh)
      .then((session) => {
        this.keep(session);
        return session.token;
      })
      .catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) {
          this.forget();
        }
        throw error;
      })
      .finally(() => (this.#renewal = undefined));
    return this.#renewal;
  }
}

function alone<T>(work: () => Promise<T>): Promise<T> {
  // Locks exist in secure contexts only.
  return navigator.locks ? navigator.locks.request('parley-refresh', work) as Promise<T> : work();
}
