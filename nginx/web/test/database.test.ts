import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DBSchema, OpenDBCallbacks } from 'idb';
import { Database } from '../src/story/device/database.ts';

/** A browser that opens databases, or does not. */
function browser() {
  const opened: OpenDBCallbacks<DBSchema>[] = [];
  const state = { refuses: false };
  const openDB = async (_name: string, _version?: number, callbacks?: OpenDBCallbacks<DBSchema>) => {
    if (state.refuses) {
      throw new Error('forbidden');
    }
    opened.push(callbacks!);
    return opened.length;
  };
  const database = new Database<DBSchema>('parley', () => undefined, async () => ({ openDB }) as never);
  return { state, opened, open: () => database.open() as Promise<unknown> as Promise<number> };
}

test('it is opened once, however many ask for it', async () => {
  const { open } = browser();
  assert.deepEqual(await Promise.all([open(), open(), open()]), [1, 1, 1]);
});

test('what was refused is asked for again', async () => {
  const { state, open } = browser();
  state.refuses = true;
  assert.equal(await open().catch(() => 'refused'), 'refused');
  state.refuses = false;
  assert.equal(await open(), 1);
});

test('one that was cleared while the page was open is opened anew', async () => {
  const { opened, open } = browser();
  await open();
  opened[0]!.terminated!();
  assert.equal(await open(), 2);
});
