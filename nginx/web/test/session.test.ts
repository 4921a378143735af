import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { Problem, unreachable } from '../src/net/problem.ts';
import { resumeSession } from '../src/story/session.ts';
import type { World } from '../src/story/world.ts';

const turn = () => new Promise(setImmediate);

/** A page that begins, and a server that answers like this. */
function begin(problem: Problem) {
  const actions: Action[] = [];
  let asked = 0;
  const resume = async () => {
    asked++;
    throw problem;
  };
  const hurry = resumeSession({ api: { resume }, dispatch: (action: Action) => actions.push(action) } as unknown as World);
  return { actions, hurry, asked: () => asked };
}

test('a page that begins without a network goes on as soon as there is one, and asks once', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { actions, hurry, asked } = begin(unreachable());
  hurry();
  await turn();
  assert.deepEqual([asked(), actions.map(({ type }) => type)], [1, ['session_delayed']]);
  hurry();
  hurry();
  assert.equal(asked(), 2);
  context.mock.timers.tick(1_000);
  assert.equal(asked(), 2, 'what was waited out is not asked again');
  await turn();
  context.mock.timers.tick(2_000);
  assert.equal(asked(), 3, 'by itself it is tried again later');
});

test('what the server asked to wait is waited', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { hurry, asked } = begin(new Problem(503, 'unavailable', 'Later.', {}, 5_000));
  await turn();
  hurry();
  context.mock.timers.tick(4_999);
  assert.equal(asked(), 1);
  context.mock.timers.tick(2_000);
  assert.equal(asked(), 2);
});

test('where there is no session, one signs in', async () => {
  const { actions } = begin(new Problem(401, 'unauthorized', 'No.'));
  await turn();
  assert.deepEqual(actions, [{ type: 'session_closed' }]);
});
