import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReactiveControllerHost } from 'lit';
import { withRecalled } from '../src/model/recalled/recalled.ts';
import { looked } from '../src/model/timeline/looking.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import { Scrolling } from '../src/view/timeline/scrolling.ts';
import { loaded, message } from './samples.ts';

/** A list that fits on the screen; nothing is measured in it. */
function scrolling() {
  const scroller = { scrollTop: 0, scrollHeight: 500, clientHeight: 500, getBoundingClientRect: () => ({ top: 0, bottom: 500, height: 500 }), querySelectorAll: () => [] };
  return new Scrolling({ renderRoot: { querySelector: () => scroller } } as unknown as ReactiveControllerHost & { renderRoot: HTMLElement });
}

test('a page that is only remembered is looked at once, not with every frame', () => {
  const view = scrolling();
  view.enter(undefined);
  let timeline = emptyTimeline;
  const looks = Array.from({ length: 5 }, () => {
    const look = view.lookedAt(7, withRecalled(timeline, [message(1)]));
    timeline = look ? looked(timeline, look.atEnd) : timeline;
    return look !== undefined;
  });
  assert.deepEqual(looks, [true, true, false, false, false]);
});

test('where one stands is told again when the state says otherwise', () => {
  const view = scrolling();
  view.enter(undefined);
  const atEnd = loaded(message(1));
  const look = (timeline = atEnd) => view.lookedAt(7, timeline);
  assert.deepEqual([look()?.atEnd, look()], [true, undefined]);
  assert.equal(look({ ...atEnd, away: true })?.atEnd, true);
  assert.equal(look(), undefined);
  assert.equal(look({ ...atEnd, away: true })?.atEnd, true);
});
