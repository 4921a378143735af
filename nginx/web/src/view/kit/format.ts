import { language, words, type Language } from '../../words/words.ts';

/** The server's limit of a message, in code points. */
export const LONGEST = 4_000;

const DAY_MS = 86_400_000;

interface Formats {
  readonly language: Language;
  readonly clock: Intl.DateTimeFormat;
  readonly full: Intl.DateTimeFormat;
  readonly weekday: Intl.DateTimeFormat;
  readonly withYear: Intl.DateTimeFormat;
  readonly ago: Intl.RelativeTimeFormat;
}

let made: Formats | undefined;

/** Made once for a language: making one costs more than a thousand uses. */
function formats(): Formats {
  const tag = language();
  return (made = made?.language === tag ? made : make(tag));
}

function make(tag: Language): Formats {
  const local = localeOf(tag, navigator.languages);
  return {
    language: tag,
    clock: new Intl.DateTimeFormat(local, { timeStyle: 'short' }),
    full: new Intl.DateTimeFormat(local, { dateStyle: 'full', timeStyle: 'short' }),
    weekday: new Intl.DateTimeFormat(local, { weekday: 'long', day: 'numeric', month: 'long' }),
    withYear: new Intl.DateTimeFormat(local, { day: 'numeric', month: 'long', year: 'numeric' }),
    ago: new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }),
  };
}

/**
 * Clocks and dates as in one's country, where the browser names it in a way Intl knows: English has twelve hours here and
 * twenty-four there. Digits are the page's.
 */
export function localeOf(tag: Language, wanted: readonly string[]): Intl.Locale {
  const digits = { numberingSystem: 'latn' };
  try {
    return new Intl.Locale(wanted.find((one) => one.startsWith(`${tag}-`)) ?? tag, digits);
  } catch {
    return new Intl.Locale(tag, digits); // "en-US@posix" is no tag
  }
}

export const timeOf = (at: number) => formats().clock.format(at);
export const fullTimeOf = (at: number) => formats().full.format(at);

export function dayOf(at: number, now = Date.now()): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) {
    return words().common.today;
  }
  if (day === new Date(now - DAY_MS).toDateString()) {
    return words().common.yesterday;
  }
  const { weekday, withYear } = formats();
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? weekday.format(at) : withYear.format(at);
}

const UNITS = [['day', DAY_MS], ['hour', 3_600_000], ['minute', 60_000]] as const;

/** "5 minutes ago", "yesterday"; a clock that is ahead of ours says "now". */
export function agoOf(at: number, now = Date.now()): string {
  const past = Math.max(0, now - at);
  const [unit, ms] = UNITS.find(([, length]) => past >= length) ?? ['second', Infinity];
  return formats().ago.format(-Math.floor(past / ms), unit);
}

/** A count as a badge has room for it. */
export const capped = (count: number) => new Intl.NumberFormat(language()).format(Math.min(count, 99)) + (count > 99 ? '+' : '');

/** The time, with the day where that is not today. */
export function momentOf(at: number, now = Date.now()): string {
  const day = dayOf(at, now);
  return day === words().common.today ? timeOf(at) : `${day}, ${timeOf(at)}`;
}
