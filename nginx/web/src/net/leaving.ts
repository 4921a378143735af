import { quietly, type Box } from '../model/box.ts';
import { asProblem } from './problem.ts';

const KEY = 'parley.leaving.1';

/**
 * Signing out, as far as the server has to hear of it. The cookie stays until it did, so what could not be told is kept in
 * this browser, and whichever page comes next makes up for it before it does anything with that cookie.
 */
export class Leaving {
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly tell: (token: string | undefined) => Promise<unknown>, private readonly box: Box | undefined) {}

  /** `rested`: once no renewal is under way, the answer of which would bring another cookie. */
  begin(token: string | undefined, rested: Promise<unknown>): void {
    quietly(this.box, (box) => box.setItem(KEY, 'owed'));
    this.#underWay = rested.then(() => this.#tell(token)).catch(() => undefined);
  }

  /** Whoever signs in next waits for this, or a late answer would clear their cookie. */
  async over(): Promise<void> {
    await this.#underWay;
  }

  get isOwed(): boolean {
    return quietly(this.box, (box) => box.getItem(KEY)) != null;
  }

  /** Throws a Problem while the server cannot be reached. */
  makeUp(): Promise<void> {
    return this.#tell(undefined);
  }

  forget(): void {
    quietly(this.box, (box) => box.removeItem(KEY));
  }

  /** The session of the token or, when that ran out, of the cookie. Any answer for good means that there is none any more. */
  async #tell(token: string | undefined): Promise<void> {
    try {
      await this.tell(token);
    } catch (error) {
      const { status, isTemporary } = asProblem(error);
      if (isTemporary) {
        throw error;
      }
      if (token !== undefined && status === 401) {
        return this.#tell(undefined);
      }
    }
    this.forget();
  }
}
