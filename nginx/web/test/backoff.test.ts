import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, pauseOf } from '../src/model/connection/backoff.ts';
import { afterClose, endOf } from '../src/model/connection/closing.ts';

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
  assert.deepEqual([4500, 4501, 4503, 4599].map(endOf), ['refused', 'ended', 'banned', 'refused']);
});

test('a wait the server asked for is kept, and a little more, not the same for all', () => {
  assert.deepEqual([pauseOf(0, 9_000, () => 0), pauseOf(0, 9_000, () => 1)], [9_500, 10_000]);
  assert.equal(pauseOf(10, 1_000, () => 1), 30_000, 'a pause that is longer anyway stays');
  assert.equal(pauseOf(0, -5, () => 0), 500);
});
