import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ar } from '../src/words/ar/ar.ts';
import { de } from '../src/words/de/de.ts';
import { en } from '../src/words/en/en.ts';
import { plural } from '../src/words/plural.ts';
import { bestOf, directionOf } from '../src/words/words.ts';
import { zh } from '../src/words/zh/zh.ts';

test('the first of my languages that is spoken here is spoken', () => {
  assert.equal(bestOf(['fr-CH', 'de-CH', 'en']), 'de');
  assert.equal(bestOf(['zh-Hans-CN']), 'zh');
  assert.equal(bestOf(['fr', 'it']), 'en');
  assert.equal(bestOf([]), 'en');
  assert.deepEqual([directionOf('ar'), directionOf('de')], ['rtl', 'ltr']);
});

test('a number picks its form, and is written as the language does', () => {
  const arabic = plural('ar');
  const forms = { one: 'رسالة', two: 'رسالتان', few: '# رسائل', many: '# رسالة', other: '# رسالة' };
  assert.equal(arabic(2, forms), 'رسالتان');
  assert.ok(arabic(5, forms).endsWith(' رسائل'));
  assert.equal(plural('de')(1_234, { one: 'eine', other: '#' }), '1.234');
});

/** Every sentence by its path; what is asked of functions comes out with these arguments in it. */
function sentences(words: unknown, path = ''): Map<string, string> {
  if (typeof words === 'string') {
    return new Map([[path, words]]);
  }
  if (typeof words === 'function') {
    const answers = [1, 2, 5, 11, 100].map((n) => (words as (...given: unknown[]) => unknown)(n, '⁂', '⁑'));
    return new Map([[path, answers.map(String).join(' | ')]]);
  }
  return new Map(Object.entries(words as object).flatMap(([key, value]) => [...sentences(value, path ? `${path}.${key}` : key)]));
}

/** The server says these in English, unless the page knows them in another language. */
const isOptional = (path: string) => /^(problems|fields)\./.test(path);

test('every language says everything, and nothing is left in English', () => {
  const english = sentences(en);
  const same: string[] = [];
  for (const [name, words] of Object.entries({ de, zh, ar })) {
    const here = sentences(words);
    for (const [path, sentence] of english) {
      const said = here.get(path);
      assert.ok(said !== undefined && said.trim() !== '', `${name} does not say ${path}`);
      // One word may be the same in two languages.
      if (said === sentence && /[a-z]{2,} [a-z]{2,}/i.test(sentence)) {
        same.push(`${name} ${path}`);
      }
    }
    const unknown = [...here.keys()].filter((path) => !english.has(path) && !isOptional(path) && !path.startsWith('keys.caps.'));
    assert.deepEqual(unknown, []);
  }
  assert.deepEqual(same, []);
});

test('each language but English says every problem and every field, as the others do', () => {
  const paths = (words: typeof en) => [...sentences(words).keys()].filter(isOptional).sort();
  assert.deepEqual(paths(de), paths(zh));
  assert.deepEqual(paths(de), paths(ar));
});
