import { bestOf, LANGUAGES, type Language } from '../../words/words.ts';
import type { Action } from '../actions.ts';
import { SEND_KEYS, THEMES, type Preferences } from './types.ts';

export const initialPreferences: Preferences = {
  theme: 'system', language: 'auto', sendKey: 'enter', notify: false, notifyContent: true,
};

export function reducePreferences(preferences: Preferences, action: Action): Preferences {
  switch (action.type) {
    case 'prefer':
      return { ...preferences, ...action.change };
    case 'preferences_known':
      return action.preferences;
    default:
      return preferences;
  }
}

/** The language of the page: the chosen one, or the best of those the browser names. */
export function languageOf({ language }: Preferences, wanted: readonly string[]): Language {
  return language === 'auto' ? bestOf(wanted) : language;
}

/** What was kept, where it still makes sense; an older or newer page may have kept something else. */
export function readPreferences(text: string | null): Preferences {
  const { theme, language, sendKey, notify, notifyContent } = parsed(text);
  return {
    theme: oneOf(THEMES, theme) ?? initialPreferences.theme,
    language: oneOf(LANGUAGES, language) ?? initialPreferences.language,
    sendKey: oneOf(SEND_KEYS, sendKey) ?? initialPreferences.sendKey,
    notify: notify === true,
    notifyContent: notifyContent !== false,
  };
}

function parsed(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text ?? '{}') as unknown;
    return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
  } catch {
    return {};
  }
}

function oneOf<T extends string>(known: readonly T[], value: unknown): T | undefined {
  return known.find((one) => one === value);
}
