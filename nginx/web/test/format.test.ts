import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Language } from '../src/words/words.ts';
import { localeOf } from '../src/view/kit/format.ts';

test('dates are written as in one\'s country, with the digits of the page, whatever the browser calls it', () => {
  const tag = (language: Language, ...wanted: string[]) => String(localeOf(language, wanted));
  assert.equal(tag('en', 'de-AT', 'en-GB', 'en-US'), 'en-GB-u-nu-latn');
  assert.equal(tag('en', 'de-AT'), 'en-u-nu-latn');
  assert.equal(tag('en', 'en-US@posix'), 'en-u-nu-latn', 'no tag at all');
  assert.equal(tag('ar', 'ar-EG-u-nu-arab-ca-islamic'), 'ar-EG-u-ca-islamic-nu-latn', 'one that says more');
});
