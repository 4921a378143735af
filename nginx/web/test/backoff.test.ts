import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../src/model/connection/backoff.ts';
import { afterClose, reasonOf } from '../src/model/connection/closing.ts';

test('never waits less than half a second', () => {
  for (let attempt = 0; attempt < 12; attempt++) {
    assert.equal(backoff(attempt, () => 0), 500);
  }
});

test('the bound doubles up to thirty seconds and stays there', () => {
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backoff(attempt, () => 1)),
    [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
});

test('is spread over the whole span', () => {
  assert.equal(backoff(10, () => 0.5), 15_250);
});

test('close codes: another token, for good, or an accident', () => {
  assert.equal(afterClose(4401), 'renew_token');
  assert.deepEqual([4500, 4501, 4503, 4999].map(afterClose), Array(4).fill('stop'));
  assert.deepEqual([0, 1000, 1001, 1006, 1009, 1012, 4001, 4008, 4399, 4408, 4499, 5000].map(afterClose), Array(12).fill('reconnect'));
});

test('whoever is sent to the sign-in page is told why', () => {
  assert.equal(reasonOf(4501), 'This session was ended. Sign in again to go on.');
  assert(reasonOf(4599).endsWith('Sign in again to go on.'));
});
