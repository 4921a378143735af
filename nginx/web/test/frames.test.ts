import assert from 'node:assert/strict';
import { test, type Timers } from 'node:test';
import { initialState } from '../src/model/reducer.ts';
import type { State } from '../src/model/state.ts';
import { byFrame } from '../src/view/frames.ts';

/** A screen that paints when the test says so, each time for so long. */
function screen(timers: Timers, paintMs: number) {
  timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  const wanted: (() => void)[] = [];
  const world = globalThis as unknown as Record<string, unknown>;
  world['requestAnimationFrame'] = (paint: () => void) => wanted.push(paint);
  world['cancelAnimationFrame'] = () => undefined;
  performance.now = () => now;
  const shown: State[] = [];
  const give = byFrame((state) => {
    shown.push(state);
    now += paintMs;
  });
  return {
    shown,
    give,
    get asks() {
      return wanted.length;
    },
    paint() {
      wanted.splice(0).forEach((paint) => paint());
      timers.tick(1);
    },
    pass(ms: number) {
      now += ms;
      timers.tick(ms);
    },
  };
}

const states = Array.from({ length: 5 }, (): State => ({ ...initialState }));

test('shows the newest of the states that came since the last frame', (context) => {
  const page = screen(context.mock.timers, 1);
  states.slice(0, 3).forEach(page.give);
  assert.deepEqual([page.shown.length, page.asks], [0, 1]);
  page.paint();
  assert.deepEqual([page.shown.length, page.shown[0] === states[2]], [1, true]);
  page.give(states[3]!);
  assert.equal(page.asks, 1, 'what is painted fast is painted with the next frame');
});

test('rests between frames that take long, but not longer than a hand waits', (context) => {
  const page = screen(context.mock.timers, 30);
  page.give(states[0]!);
  page.paint();
  page.give(states[1]!);
  assert.equal(page.asks, 0);
  page.pass(89);
  assert.equal(page.asks, 0);
  page.pass(61);
  assert.equal(page.asks, 1);
  page.paint();
  assert.equal(page.shown.length, 2);
});

test('a hidden page, which is given no frames, is shown its state all the same', (context) => {
  const page = screen(context.mock.timers, 1);
  page.give(states[0]!);
  page.pass(250);
  assert.equal(page.shown.length, 1);
});
