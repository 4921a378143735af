import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { initialState, reduce } from '../src/model/reducer.ts';
import { nameOf } from '../src/model/settings/devices.ts';
import type { State } from '../src/model/state.ts';
import type { Api } from '../src/net/api.ts';
import { Problem } from '../src/net/problem.ts';
import { settingsStory } from '../src/story/settings.ts';
import { Tabs } from '../src/story/device/tabs.ts';
import type { World } from '../src/story/world.ts';
import { after, signedIn } from './samples.ts';

const device = (userAgent: string) => nameOf({ id: 1, userAgent, lastUsedAt: 0, current: false });

test('a device is called what its owner would call it', () => {
  assert.deepEqual(device('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'), { browser: 'Firefox', system: 'Linux' });
  assert.deepEqual(device('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0'), { browser: 'Edge', system: 'Windows' });
  assert.deepEqual(device('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1'), { browser: 'Safari', system: 'iPhone' });
  assert.deepEqual(device('Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'), { browser: 'Chrome', system: 'Android' });
  assert.deepEqual(device('gRPC/1.85'), { browser: 'gRPC' });
  assert.deepEqual(device(''), { browser: undefined });
});

test('the settings are open until a room is', () => {
  assert.equal(after(signedIn, { type: 'open_settings' }).settings.open, true);
  assert.equal(after(signedIn, { type: 'open_settings' }, { type: 'open_room', roomId: 7 }).settings.open, false);
  assert.equal(after(signedIn, { type: 'open_settings' }, { type: 'close_settings' }).settings.open, false);
});

test('a refusal stands beside what it is about, until that is tried again', () => {
  const refused = after(signedIn, { type: 'change_name', displayName: '' }, { type: 'settings_refused', part: 'name', refusal: { detail: 'No.', fields: {} } });
  assert.deepEqual([refused.settings.refused?.part, refused.settings.busy], ['name', undefined]);
  const again = reduce(refused, { type: 'change_name', displayName: 'Ada' });
  assert.deepEqual([again.settings.refused, again.settings.busy], [undefined, 'name']);
});

function story(me: Partial<Api['me']>) {
  const saved: string[] = [];
  const done: Action[] = [];
  let state: State = after(signedIn);
  const world = {
    api: { me } as unknown as Api,
    state: () => state,
    dispatch: (action) => {
      done.push(action);
      state = reduce(state, action);
      tell(action, state);
    },
  } as World;
  const tell = settingsStory(world, new Tabs({ onmessage: null, postMessage: () => undefined }), (_, name) => saved.push(name));
  return { world, done, saved };
}
const settled = () => new Promise(setImmediate);

test('a wrong password does not delete the account, and does not end the session either', async () => {
  const { world, done } = story({ delete: () => Promise.reject(new Problem(401, 'invalid_credentials', 'Wrong.')) });
  world.dispatch({ type: 'delete_account', password: 'x' });
  await settled();
  assert.deepEqual(done.map(({ type }) => type), ['delete_account', 'settings_refused']);
  assert.deepEqual(world.state().settings.refused?.refusal.fields, { password: 'This is not your password.' });
});

test('a deleted account is the end of the session, and says so', async () => {
  const { world, done } = story({ delete: () => Promise.resolve() });
  world.dispatch({ type: 'delete_account', password: 'right' });
  await settled();
  assert.ok(done.some(({ type }) => type === 'account_deleted'));
  assert.deepEqual([world.state().session.phase, world.state().session.remark], ['signed_out', 'Your account was deleted.']);
  assert.deepEqual(world.state().settings, initialState.settings);
});

test('another password signs the other devices out, so they are asked for again', async () => {
  const { world } = story({ changePassword: () => Promise.resolve(), devices: () => Promise.resolve([{ id: 1, userAgent: '', lastUsedAt: 0, current: true }]) });
  world.dispatch({ type: 'change_password', current: 'a', next: 'b' });
  await settled();
  assert.deepEqual([world.state().settings.done, world.state().settings.devices?.length], ['password', 1]);
});

test('a copy of what I wrote is saved, unless I have left before it came', async () => {
  let answer: () => void = () => undefined;
  const { world, saved } = story({ export: () => new Promise((done) => (answer = () => done(new Blob()))) });
  world.dispatch({ type: 'export_data', what: 'messages' });
  answer();
  await settled();
  assert.deepEqual([saved, world.state().settings.done], [['parley-messages.json'], 'messages_data']);
  world.dispatch({ type: 'export_data', what: 'account' });
  world.dispatch({ type: 'session_closed' });
  answer();
  await settled();
  assert.equal(saved.length, 1, 'the computer may be somebody else\'s now');
});
