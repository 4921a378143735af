import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSaidAt } from '../src/model/session/refusal.ts';
import { focusWrong } from '../src/view/kit/focus.ts';

test('a form leaves unsaid only what one of its own fields says', () => {
  const empty = { detail: 'Must not be empty.', fields: { username: 'Must not be empty.', email: 'No address.' } };
  assert.deepEqual([['username', 'password'], ['login', 'password'], ['email'], []].map((names) => isSaidAt(empty, names)), [true, false, false, false]);
});

test('a refusal that is new leads to the first wrong field or, where none is, to another', () => {
  const refusal = { detail: 'No.', fields: {} };
  const went = (wrong: boolean, ...rest: [before: typeof refusal | undefined, now: typeof refusal | undefined, otherwise?: string]) => {
    let to: string | undefined;
    const find = (selector: string) => (selector === '[aria-invalid="true"]' && !wrong ? null : { focus: () => (to = selector) });
    focusWrong({ querySelector: find } as unknown as ParentNode, ...rest);
    return to;
  };
  assert.equal(went(true, undefined, refusal, '#password'), '[aria-invalid="true"]');
  assert.deepEqual([went(false, undefined, refusal, '#password'), went(false, undefined, refusal)], ['#password', undefined]);
  assert.deepEqual([went(true, refusal, refusal), went(true, refusal, undefined)], [undefined, undefined], 'it was said before, or is none');
  assert.equal(went(true, refusal, { ...refusal }), '[aria-invalid="true"]', 'said again');
});
