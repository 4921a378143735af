import type { DBSchema, IDBPDatabase } from 'idb';
import type { Message } from '../../model/timeline/types.ts';

/** Remembers the last page of rooms, for one person at a time. Every method may fail. */
export interface Pages {
  find(userId: number, roomId: number): Promise<readonly Message[] | undefined>;
  keep(userId: number, roomId: number, messages: readonly Message[]): Promise<void>;
  drop(userId: number, roomId: number): Promise<void>;
  /** Forgets everybody but this person. */
  clear(exceptUserId?: number): Promise<void>;
}

interface Row {
  readonly userId: number;
  readonly roomId: number;
  readonly at: number;
  readonly messages: readonly Message[];
}

interface Schema extends DBSchema {
  pages: { key: [number, number]; value: Row; indexes: { at: number } };
}

const NAME = 'parley-pages';
/** With a quarter of a megabyte each at most, ten megabytes together. */
const MOST_ROOMS = 40;

/** In IndexedDB; the rooms seen longest ago go first. */
export class BrowserPages implements Pages {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  async find(userId: number, roomId: number): Promise<readonly Message[] | undefined> {
    return (await (await this.#open()).get('pages', [userId, roomId]))?.messages;
  }

  async keep(userId: number, roomId: number, messages: readonly Message[]): Promise<void> {
    const transaction = (await this.#open()).transaction('pages', 'readwrite');
    await transaction.store.put({ userId, roomId, at: Date.now(), messages });
    const oldest = await transaction.store.index('at').getAllKeys();
    await Promise.all(oldest.slice(0, Math.max(0, oldest.length - MOST_ROOMS)).map((key) => transaction.store.delete(key)));
    await transaction.done;
  }

  async drop(userId: number, roomId: number): Promise<void> {
    await (await this.#open()).delete('pages', [userId, roomId]);
  }

  async clear(exceptUserId?: number): Promise<void> {
    const transaction = (await this.#open()).transaction('pages', 'readwrite');
    const keys = await transaction.store.getAllKeys();
    await Promise.all(keys.filter(([userId]) => userId !== exceptUserId).map((key) => transaction.store.delete(key)));
    await transaction.done;
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#database ??= opened().catch((error: unknown) => {
      this.#database = undefined; // what was refused may be allowed later
      throw error;
    });
    return this.#database;
  }
}

/** Needed by nobody who has not signed in yet, so it comes later. */
async function opened(): Promise<IDBPDatabase<Schema>> {
  const { openDB } = await import('idb');
  return openDB<Schema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore('pages', { keyPath: ['userId', 'roomId'] }).createIndex('at', 'at');
    },
  });
}
