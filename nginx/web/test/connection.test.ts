import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { connectionStory } from '../src/story/connection.ts';
import type { World } from '../src/story/world.ts';
import { newStore } from './samples.ts';

const changed = (status: 'connecting' | 'live' | 'offline'): Action => ({ type: 'connection_changed', status });

function page() {
  const store = newStore();
  const story = connectionStory({ dispatch: store.dispatch } as World);
  store.listen((state, action) => story(action, state));
  return { act: store.dispatch, connection: () => store.state.connection };
}

test('an absence is told after three seconds, however often it was tried meanwhile', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, connection } = page();
  [changed('live'), changed('offline')].forEach(act);
  context.mock.timers.tick(2_000);
  [changed('connecting'), changed('offline')].forEach(act);
  context.mock.timers.tick(999);
  assert.equal(connection().noticed, false);
  context.mock.timers.tick(1);
  assert.equal(connection().noticed, true);
});

test('a shorter one is not told, nor that it is over', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, connection } = page();
  [changed('live'), changed('offline')].forEach(act);
  context.mock.timers.tick(2_999);
  act(changed('live'));
  context.mock.timers.tick(10_000);
  assert.deepEqual([connection().noticed, connection().isBack], [false, false]);
});

test('who heard of an absence hears that it is over', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { act, connection } = page();
  [changed('live'), changed('offline')].forEach(act);
  context.mock.timers.tick(3_000);
  act(changed('live'));
  assert.deepEqual([connection().noticed, connection().isBack], [false, true]);
});

test('the reason stays while it is tried again, and goes when it worked', () => {
  const { act, connection } = page();
  act({ type: 'connection_changed', status: 'offline', pause: { cause: 'busy', retryAt: 5, held: true } });
  assert.deepEqual([connection().cause, connection().retryAt, connection().held], ['busy', 5, true]);
  act(changed('connecting'));
  assert.deepEqual([connection().cause, connection().retryAt, connection().held], ['busy', undefined, false]);
  act(changed('live'));
  assert.equal(connection().cause, 'lost');
});
