import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSaidAt } from '../src/model/session/refusal.ts';

test('a form leaves unsaid only what one of its own fields says', () => {
  const empty = { detail: 'Must not be empty.', fields: { username: 'Must not be empty.', email: 'No address.' } };
  assert.deepEqual([['username', 'password'], ['login', 'password'], ['email'], []].map((names) => isSaidAt(empty, names)), [true, false, false, false]);
});
