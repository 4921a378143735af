import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import { pageWanted } from '../src/view/timeline/ahead.ts';
import { Announcer } from '../src/view/timeline/announcer.ts';
import { Roving } from '../src/view/timeline/roving.ts';

function over(...order: string[]): Roving {
  const roving = new Roving();
  roving.arrange(order);
  return roving;
}

test('the Tab key stops at the newest message, and stays where the arrow keys led', () => {
  const roving = over('a', 'b', 'c');
  assert.equal(roving.stop, 'c');
  roving.visit('b');
  roving.arrange(['z', 'a', 'b', 'c', 'd']);
  assert.equal(roving.stop, 'b');
});

test('whoever is at the newest goes on with the newest', () => {
  const roving = over('a', 'b');
  roving.visit('b');
  roving.arrange(['a', 'b', 'c']);
  assert.equal(roving.stop, 'c');
});

test('a message that goes hands over to the one after it, or before it', () => {
  const roving = over('a', 'b', 'c', 'd');
  roving.visit('b');
  roving.arrange(['a', 'c', 'd']);
  assert.equal(roving.stop, 'c');
  roving.arrange(['a']);
  assert.equal(roving.stop, 'a');
  roving.arrange([]);
  assert.equal(roving.stop, undefined);
});

test('arrow keys, Home and End lead from one to the other and end at the ends', () => {
  const roving = over('a', 'b', 'c');
  assert.deepEqual(['ArrowUp', 'ArrowDown', 'Home', 'End', 'x'].map((key) => roving.next('b', key)), ['a', 'c', 'a', 'c', undefined]);
  assert.deepEqual([roving.next('a', 'ArrowUp'), roving.next('c', 'ArrowDown')], [undefined, undefined]);
});

test('what arrives is told at most once in two seconds, several by their number, and then not for ten', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const said: string[] = [];
  const announcer = new Announcer((text) => said.push(text));
  announcer.heard(1, { username: 'ada', content: 'one' });
  announcer.heard(1, { username: 'ben', content: 'two' });
  announcer.heard(2, { username: 'ada', content: 'four' });
  assert.deepEqual(said, ['ada: one']);
  context.mock.timers.tick(1_999);
  assert.equal(said.length, 1);
  context.mock.timers.tick(1);
  assert.deepEqual(said.slice(1), ['3 new messages']);
  announcer.heard(1, { username: 'ben', content: 'five' });
  context.mock.timers.tick(9_999);
  assert.equal(said.length, 2);
  context.mock.timers.tick(1);
  assert.deepEqual(said.slice(2), ['ben: five']);
  announcer.heard(1, { username: 'ben', content: 'x'.repeat(500) });
  announcer.stop();
  context.mock.timers.tick(9_000);
  assert.equal(said.length, 3, 'nothing is told of a room that was left');
  announcer.heard(1, { username: 'ben', content: 'x'.repeat(500) });
  assert.equal(said.at(-1)?.length, 'ben: '.length + 121);
});

test('pages are read a screen and a half ahead, one at a time, and none after a failure', () => {
  const both = { ...emptyTimeline, loaded: true, hasOlder: true, hasNewer: true };
  const at = (scrollTop: number, timeline = both) => pageWanted(timeline, { scrollTop, clientHeight: 1_000, scrollHeight: 11_000 });
  assert.deepEqual([0, 1_499, 1_500, 8_500, 8_501].map((top) => at(top)), ['load_older', 'load_older', undefined, undefined, 'load_newer']);
  assert.equal(at(0, { ...both, loading: 'older' }), undefined);
  assert.equal(at(0, { ...both, problem: 'no' }), undefined);
  assert.equal(at(0, { ...both, stale: true }), undefined);
  assert.equal(at(0, { ...both, hasOlder: false }), undefined);
});

test('a window that is hardly higher than the screen is not read in turn at both ends', () => {
  const both = { ...emptyTimeline, loaded: true, hasOlder: true, hasNewer: true };
  const at = (scrollTop: number) => pageWanted(both, { scrollTop, clientHeight: 4_000, scrollHeight: 10_000 });
  assert.deepEqual([1_999, 3_000, 4_001].map(at), ['load_older', undefined, 'load_newer']);
});
