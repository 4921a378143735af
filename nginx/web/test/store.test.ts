import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from '../src/model/reducer.ts';
import { Store } from '../src/model/store.ts';
import { newStore, signedIn } from './samples.ts';

test('listeners are told in order, each with the state right after its action', () => {
  const store = newStore();
  const told: unknown[] = [];
  store.listen((_, { type }) => type === 'session_opened' && store.dispatch({ type: 'trouble', detail: 'Oh.' }));
  store.listen((state, { type }) => told.push([type, state.trouble]));
  store.dispatch(signedIn);
  assert.deepEqual(told, [['session_opened', undefined], ['trouble', 'Oh.']]);
});

test('what goes wrong in one listener is reported and keeps nothing from the others', () => {
  const errors: unknown[] = [];
  const store = new Store(initialState, (error) => errors.push(error));
  const broken = new Error('broken');
  const told: string[] = [];
  store.listen((_, { type }) => {
    if (type === 'session_opened') {
      store.dispatch({ type: 'trouble', detail: 'Oh.' });
      throw broken;
    }
  });
  store.listen((_, { type }) => told.push(type));
  store.dispatch(signedIn);
  assert.deepEqual([errors, told], [[broken], ['session_opened', 'trouble']]);
});
