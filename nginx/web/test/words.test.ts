import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plural } from '../src/words/plural.ts';
import { bestOf } from '../src/words/words.ts';

test('the first of my languages that is spoken here is spoken', () => {
  assert.equal(bestOf(['fr-CH', 'de-CH', 'en']), 'de');
  assert.equal(bestOf(['zh-Hans-CN']), 'zh');
  assert.equal(bestOf(['fr', 'it']), 'en');
  assert.equal(bestOf([]), 'en');
});

test('a number picks its form, and is written as the language does', () => {
  const arabic = plural('ar');
  const forms = { one: 'رسالة', two: 'رسالتان', few: '# رسائل', many: '# رسالة', other: '# رسالة' };
  assert.equal(arabic(2, forms), 'رسالتان');
  assert.ok(arabic(5, forms).endsWith(' رسائل'));
  assert.equal(plural('de')(1_234, { one: 'eine', other: '#' }), '1.234');
});
