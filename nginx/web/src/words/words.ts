import { en } from './en/en.ts';

/** Everything the client says, in one language. English is the measure: the others must say the same things. */
export type Words = typeof en;

export const LANGUAGES = ['en', 'de', 'zh', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each as those who speak it call it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', zh: '中文', ar: 'العربية' };

/** English comes with the page, the others when somebody wants them. */
const load: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('./de/de.ts')).de,
  zh: async () => (await import('./zh/zh.ts')).zh,
  ar: async () => (await import('./ar/ar.ts')).ar,
};

let current: { readonly language: Language; readonly words: Words } = { language: 'en', words: en };

/** In the language of this page. Asked for where something is shown, never kept: the language may change. */
export const words = (): Words => current.words;

/** As a BCP 47 tag, for Intl. */
export const language = (): Language => current.language;

export const directionOf = (tag: Language): 'ltr' | 'rtl' => (tag === 'ar' ? 'rtl' : 'ltr');

/** Speaks another language from now on. What is on the screen has to be shown anew. */
export async function speak(tag: Language): Promise<void> {
  current = { language: tag, words: await load[tag]() };
  document.documentElement.lang = tag;
  document.documentElement.dir = directionOf(tag);
}

/** The first of somebody's languages that is spoken here. */
export function bestOf(wanted: readonly string[]): Language {
  const known = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return LANGUAGES.find((tag) => tag === known.find((one) => (LANGUAGES as readonly string[]).includes(one ?? ''))) ?? 'en';
}
