import { quietly, type Box } from '../../model/box.ts';
import { languageOf, readPreferences } from '../../model/preferences/preferences.ts';
import { language, speak } from '../../words/words.ts';
import type { Tabs } from './tabs.ts';
import type { Story, World } from '../world.ts';

const KEY = 'parley.preferences.1';

/** What I prefer is kept on this device, holds in all its tabs, and outlives sessions. */
export function preferencesStory(world: World, tabs: Tabs, box: Box | undefined): Story {
  // A tab with an older page, or a newer one, may prefer what makes no sense here.
  tabs.on('preferences', ({ preferences }) => world.dispatch({ type: 'preferences_known', preferences: readPreferences(JSON.stringify(preferences)) }));

  return (action, state) => {
    switch (action.type) {
      case 'prefer':
        quietly(box, (kept) => kept.setItem(KEY, JSON.stringify(state.preferences)));
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
  const kept = quietly(box, (one) => one.getItem(KEY));
  world.dispatch({ type: 'preferences_known', preferences: readPreferences(kept ?? null) });
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
