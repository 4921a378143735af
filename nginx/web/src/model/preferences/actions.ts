import type { Language } from '../../words/words.ts';
import type { Preferences } from './types.ts';

export type PreferencesWish =
  | { type: 'prefer'; change: Partial<Preferences> };

export type PreferencesHappening =
  /** Read from this device, or changed in another tab of it. */
  | { type: 'preferences_known'; preferences: Preferences }
  /** From now on the words are of this language: everything has to be shown anew. */
  | { type: 'language_spoken'; language: Language };
