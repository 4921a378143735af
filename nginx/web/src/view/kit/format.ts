/** The server's limit of a message, in code points. */
export const LONGEST = 4_000;

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });

const DAY_MS = 86_400_000;

export const timeOf = (at: number) => clock.format(at);
export const fullTimeOf = (at: number) => full.format(at);

export function dayOf(at: number, now = Date.now()): string {
  const day = new Date(at).toDateString();
  if (day === new Date(now).toDateString()) {
    return 'Today';
  }
  if (day === new Date(now - DAY_MS).toDateString()) {
    return 'Yesterday';
  }
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? weekday.format(at) : withYear.format(at);
}

export const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
