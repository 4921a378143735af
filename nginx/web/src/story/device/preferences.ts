import { languageOf, readPreferences } from '../../model/preferences/preferences.ts';
import type { Preferences } from '../../model/preferences/types.ts';
import { language, speak } from '../../words/words.ts';
import type { Tabs } from './tabs.ts';
import type { Story, World } from '../world.ts';

/** As much of the browser's Storage as is used here. */
export type Box = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'parley.preferences.1';

/** What I prefer is kept on this device, holds in all its tabs, and outlives sessions. */
export function preferencesStory(world: World, tabs: Tabs, box: Box | undefined): Story {
  tabs.on('preferences', ({ preferences }) => world.dispatch({ type: 'preferences_known', preferences }));

  return (action, state) => {
    switch (action.type) {
      case 'prefer':
        keep(box, state.preferences);
        tabs.tell({ type: 'preferences', preferences: state.preferences });
        void speakAs(world);
        break;
      case 'preferences_known':
        void speakAs(world);
        break;
    }
  };
}

/** What this device keeps, before anything is shown. */
export async function takePreferences(world: World, box: Box | undefined): Promise<void> {
  let kept: string | null = null;
  try {
    kept = box?.getItem(KEY) ?? null;
  } catch {
    // Forbidden: everything is as it is by default.
  }
  world.dispatch({ type: 'preferences_known', preferences: readPreferences(kept) });
  await speakAs(world);
}

/** Changes the words when others are wanted. Two quick changes end with the later one. */
async function speakAs(world: World): Promise<void> {
  const wanted = () => languageOf(world.state().preferences, navigator.languages);
  try {
    while (wanted() !== language() || wanted() !== world.state().language) {
      const tag = wanted();
      await speak(tag);
      world.dispatch({ type: 'language_spoken', language: tag });
    }
  } catch {
    // The words could not be had right now: the page goes on in the language it has.
  }
}

function keep(box: Box | undefined, preferences: Preferences): void {
  try {
    box?.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // Full, or forbidden: they hold until this page is closed.
  }
}
