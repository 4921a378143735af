import type { Timeline } from '../../model/timeline/types.ts';

/** Messages are read ahead this many screens before one gets there. */
const AHEAD = 1.5;

export type PageWanted = 'load_older' | 'load_newer';

/** Where one stands, in pixels. */
export interface Position {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
}

/** The page that is needed next, if one is. One at a time, and none after a failure: that one is asked for by hand. */
export function pageWanted(timeline: Timeline, { scrollTop, clientHeight, scrollHeight }: Position): PageWanted | undefined {
  const { loaded, loading, problem, stale, hasOlder, hasNewer } = timeline;
  if (!loaded || loading || problem !== undefined || stale) {
    return undefined;
  }
  const room = scrollHeight - clientHeight;
  // On a very high screen a full window may be no more than that: then its two ends would be read in turn for ever.
  const ahead = hasOlder && hasNewer ? Math.min(AHEAD * clientHeight, room / 3) : AHEAD * clientHeight;
  if (hasOlder && scrollTop < ahead) {
    return 'load_older';
  }
  return hasNewer && room - scrollTop < ahead ? 'load_newer' : undefined;
}
