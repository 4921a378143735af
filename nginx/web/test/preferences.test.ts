import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { initialPreferences, languageOf, readPreferences } from '../src/model/preferences/preferences.ts';
import type { Preferences } from '../src/model/preferences/types.ts';
import { reduce } from '../src/model/reducer.ts';
import type { Box } from '../src/model/box.ts';
import { preferencesStory } from '../src/story/device/preferences.ts';
import { Tabs, type Channel, type TabNews } from '../src/story/device/tabs.ts';
import type { World } from '../src/story/world.ts';
import { after, signedIn } from './samples.ts';

test('what was kept is read, and what makes no sense is as by default', () => {
  const kept: Preferences = { theme: 'dark', language: 'ar', sendKey: 'ctrl_enter', notify: true, notifyContent: false };
  assert.deepEqual(readPreferences(JSON.stringify(kept)), kept);
  for (const broken of [null, '', 'nonsense', '7', 'null', '[]', '{"theme":"pink","language":"fr","notify":"yes"}']) {
    assert.deepEqual(readPreferences(broken), initialPreferences);
  }
});

test('the chosen language is spoken, or the best the browser names', () => {
  assert.equal(languageOf({ ...initialPreferences, language: 'zh' }, ['de']), 'zh');
  assert.equal(languageOf(initialPreferences, ['fr', 'de-AT']), 'de');
});

test('what I prefer outlives my session', () => {
  const state = after(signedIn, { type: 'prefer', change: { theme: 'dark' } }, { type: 'language_spoken', language: 'de' }, { type: 'session_closed' });
  assert.deepEqual([state.preferences.theme, state.language, state.session.account], ['dark', 'de', undefined]);
});

/** Two tabs of one browser, as far as these stories need them. */
function twoTabs() {
  const channels: Channel[] = [];
  return [0, 1].map((me) => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => channels.filter((_, i) => i !== me).forEach((other) => other.onmessage?.({ data } as MessageEvent)),
    };
    channels.push(channel);
    return new Tabs(channel);
  }) as [Tabs, Tabs];
}

test('a preference is kept on the device and holds in the other tab, which does not tell it back', () => {
  const box = new Map<string, string>();
  const storage: Box = { getItem: (key) => box.get(key) ?? null, setItem: (key, value) => void box.set(key, value), removeItem: (key) => void box.delete(key) };
  const states = [after(signedIn), after(signedIn)];
  const told: TabNews[] = [];
  const worlds = twoTabs().map((tabs, i) => {
    tabs.on('preferences', (news) => told.push(news));
    const world = {
      state: () => states[i],
      dispatch: (action) => {
        states[i] = reduce(states[i]!, action);
        story(action, states[i]!);
      },
    } as World;
    const story = preferencesStory(world, tabs, storage);
    return world;
  });
  worlds[0]!.dispatch({ type: 'prefer', change: { theme: 'dark' } });
  assert.equal(states[1]!.preferences.theme, 'dark');
  assert.equal(told.length, 1);
  assert.equal(readPreferences([...box.values()][0] ?? null).theme, 'dark');
});

test('what a tab with an older page prefers leaves what it does not know as it is by default', () => {
  const [one, other] = twoTabs();
  const heard: Action[] = [];
  preferencesStory({ dispatch: (action: Action) => heard.push(action) } as unknown as World, other, undefined);
  one.tell({ type: 'preferences', preferences: { theme: 'dark' } as Preferences });
  assert.deepEqual(heard, [{ type: 'preferences_known', preferences: { ...initialPreferences, theme: 'dark' } }]);
});

test('news of a kind another version of the page knows is passed over', () => {
  const [one, other] = twoTabs();
  const heard: string[] = [];
  other.on('signed_out', ({ userId }) => heard.push(`out ${userId}`));
  one.tell({ type: 'unheard-of' } as unknown as TabNews);
  one.tell(null as unknown as TabNews);
  one.tell({ type: 'signed_out', userId: 7 });
  assert.deepEqual(heard, ['out 7']);
});
