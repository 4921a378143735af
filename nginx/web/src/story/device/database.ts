import type { DBSchema, IDBPDatabase } from 'idb';

type Library = Pick<typeof import('idb'), 'openDB'>;

/**
 * A database of this browser, opened when it is needed first. What was refused may be allowed later, and what somebody
 * cleared while the page was open is there again: it is opened anew the next time.
 */
export class Database<Schema extends DBSchema> {
  #opened: Promise<IDBPDatabase<Schema>> | undefined;

  /** The library is needed by nobody who has not signed in yet, so it comes later. */
  constructor(
    private readonly name: string,
    private readonly create: (database: IDBPDatabase<Schema>) => void,
    private readonly library: () => Promise<Library> = () => import('idb'),
  ) {}

  open(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #open(): Promise<IDBPDatabase<Schema>> {
    const { openDB } = await this.library();
    return openDB<Schema>(this.name, 1, { upgrade: this.create, terminated: () => (this.#opened = undefined) });
  }
}
