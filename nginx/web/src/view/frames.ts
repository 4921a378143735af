import type { State } from '../model/state.ts';

/** A hidden page gets no frames to paint, but its words are still read and its title seen. */
const HIDDEN_MS = 250;

/** Shows the newest state once for every frame the browser paints, however many actions there were since the last. */
export function byFrame(show: (state: State) => void): (state: State) => void {
  let next: State | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;

  const paint = () => {
    clearTimeout(timer);
    if (frame !== undefined) {
      cancelAnimationFrame(frame);
    }
    timer = frame = undefined;
    const state = next;
    next = undefined;
    if (state) {
      show(state);
    }
  };
  return (state) => {
    if (next === undefined) {
      frame = requestAnimationFrame(paint);
      timer = setTimeout(paint, HIDDEN_MS);
    }
    next = state;
  };
}
