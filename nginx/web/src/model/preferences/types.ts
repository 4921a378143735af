import type { Language } from '../../words/words.ts';

/** How somebody wants the page to be, on this device and whoever is signed in. */

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const SEND_KEYS = ['enter', 'ctrl_enter'] as const;
export type SendKey = (typeof SEND_KEYS)[number];

/** `auto` is the first of the browser's languages that is spoken here. */
export type LanguageChoice = 'auto' | Language;

export interface Preferences {
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly sendKey: SendKey;
  /** Tell of mentions and direct messages while the page is in the background. */
  readonly notify: boolean;
  /** Such a notice says what was written, not only by whom. */
  readonly notifyContent: boolean;
}
