import type { State } from '../model/state.ts';

/** A hidden page gets no frames to paint, but its words are still read and its title seen. */
const HIDDEN_MS = 250;
/** After a frame the page rests three times as long as it took, so that keys and scrolling always find a free moment. */
const REST = 3;
/** Nobody waits longer than this for what they typed. */
const LONGEST_REST_MS = 150;
/** What is painted this fast leaves enough time between two frames. */
const QUICK_MS = 4;

/**
 * Shows the newest state once for every frame the browser paints, however many actions there were since the last, and
 * less often where painting is slow: a hundred messages a second must not keep a small machine from doing anything else.
 */
export function byFrame(show: (state: State) => void): (state: State) => void {
  let next: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  let restUntil = 0;

  const ask = () => {
    frame = requestAnimationFrame(paint);
    timer = setTimeout(paint, HIDDEN_MS);
  };
  const paint = () => {
    clearTimeout(timer);
    if (frame !== undefined) {
      cancelAnimationFrame(frame);
    }
    timer = frame = undefined;
    const state = next;
    next = undefined;
    if (state) {
      const begin = performance.now();
      show(state);
      // What was shown is laid out and painted before this runs.
      setTimeout(() => {
        const took = performance.now() - begin;
        restUntil = took < QUICK_MS ? 0 : performance.now() + Math.min(LONGEST_REST_MS, REST * took);
      });
    }
  };
  return (state) => {
    if (next === undefined) {
      const rest = restUntil - performance.now();
      if (rest > 0) {
        timer = setTimeout(ask, rest);
      } else {
        ask();
      }
    }
    next = state;
  };
}
