import type { DBSchema } from 'idb';
import type { Message } from '../../model/timeline/types.ts';
import { Database } from '../device/database.ts';

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
  readonly #database = new Database<Schema>(NAME, (database) =>
    database.createObjectStore('pages', { keyPath: ['userId', 'roomId'] }).createIndex('at', 'at'));

  async find(userId: number, roomId: number): Promise<readonly Message[] | undefined> {
    return (await (await this.#database.open()).get('pages', [userId, roomId]))?.messages;
  }

  async keep(userId: number, roomId: number, messages: readonly Message[]): Promise<void> {
    const transaction = (await this.#database.open()).transaction('pages', 'readwrite');
    await transaction.store.put({ userId, roomId, at: Date.now(), messages });
    const oldest = await transaction.store.index('at').getAllKeys();
    await Promise.all(oldest.slice(0, Math.max(0, oldest.length - MOST_ROOMS)).map((key) => transaction.store.delete(key)));
    await transaction.done;
  }

  async drop(userId: number, roomId: number): Promise<void> {
    await (await this.#database.open()).delete('pages', [userId, roomId]);
  }

  async clear(exceptUserId?: number): Promise<void> {
    const transaction = (await this.#database.open()).transaction('pages', 'readwrite');
    const keys = await transaction.store.getAllKeys();
    await Promise.all(keys.filter(([userId]) => userId !== exceptUserId).map((key) => transaction.store.delete(key)));
    await transaction.done;
  }
}
