import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Action } from '../src/model/actions.ts';
import { resynced } from '../src/model/timeline/cursor.ts';
import { awaitingPage, withHistory } from '../src/model/timeline/pages.ts';
import { outdated } from '../src/model/timeline/looking.ts';
import { emptyTimeline, isAtEdge, withFrame } from '../src/model/timeline/timeline.ts';
import type { Message, Timeline } from '../src/model/timeline/types.ts';
import { after, message, room7, seqs, signedIn } from './samples.ts';

const DAY = 86_400_000;
const between = (from: number, to: number, more: Partial<Message> = {}) => Array.from({ length: to - from + 1 }, (_, i) => message(to - i, more));
const page = (from: number, to: number, ends: { hasOlder?: boolean; hasNewer?: boolean } = {}, through = 1_000) => ({ messages: between(from, to), through, ...ends });
const at = (from: number, to: number, ends = { hasOlder: true, hasNewer: false }): Timeline =>
  withHistory({ ...emptyTimeline, cursor: resynced(1_000, 'e') }, page(from, to, ends));
const ends = (timeline: Timeline) => [timeline.messages[0]?.seq, timeline.messages.at(-1)?.seq, timeline.hasOlder, timeline.hasNewer];
const arrived = (timeline: Timeline, from: number, to: number) =>
  between(from, to).reverse().reduce((all, next) => withFrame(all, { ...next, changeSeq: 1_000 + next.seq }, 'new', { selfId: 1, isOpen: true }), timeline);

test('pages join on both sides, and each side says for itself whether there is more', () => {
  const older = withHistory(awaitingPage(at(50, 60), 'older'), page(40, 49, { hasOlder: false }));
  assert.deepEqual(ends(older), [40, 60, false, false]);
  const newer = withHistory(awaitingPage(at(50, 60, { hasOlder: true, hasNewer: true }), 'newer'), page(61, 70, { hasNewer: false }));
  assert.deepEqual(ends(newer), [50, 70, true, false]);
});

test('a page from elsewhere takes the place of what is here', () => {
  const jumped = withHistory(awaitingPage(at(500, 600), 'around'), page(100, 150, { hasOlder: true, hasNewer: true }));
  assert.deepEqual(ends(jumped), [100, 150, true, true]);
  const back = withHistory(awaitingPage(jumped, 'latest'), page(551, 600, { hasOlder: true, hasNewer: false }));
  assert.deepEqual([...ends(back), isAtEdge(back)], [551, 600, true, false, true]);
});

test('a page that was asked for before a jump comes too late', () => {
  const jumped = awaitingPage(awaitingPage(at(500, 600), 'older'), 'around');
  assert.equal(jumped.generation, at(500, 600).generation + 1);
});

test('what arrives has no place in a stretch that ends before the newest', () => {
  const early = at(100, 150, { hasOlder: true, hasNewer: true });
  const later = arrived(early, 601, 601);
  assert.deepEqual([ends(later), later.cursor?.after], [ends(early), 1_000]);
});

test('what arrives while the page to the newest is on its way follows it', () => {
  const asked = arrived(awaitingPage(at(500, 550, { hasOlder: true, hasNewer: true }), 'newer'), 601, 602);
  assert.deepEqual(ends(withHistory(asked, page(551, 600, { hasNewer: false }))), [500, 602, true, false]);
  const jumping = arrived(awaitingPage(at(500, 600), 'latest'), 601, 601);
  assert.deepEqual(ends(withHistory(jumping, page(551, 600, { hasOlder: true, hasNewer: false }))), [500, 601, true, false]);
});

test('no more than 280 rows stay: the oldest go while one follows the newest', () => {
  const timeline = arrived(at(1, 50, { hasOlder: false, hasNewer: false }), 51, 500);
  assert(timeline.messages.length <= 300);
  assert.deepEqual([timeline.messages.at(-1)?.seq, timeline.hasOlder, timeline.hasNewer], [500, true, false]);
});

test('the newest go while one reads further up, and are counted', () => {
  const timeline = arrived({ ...at(1, 50, { hasOlder: false, hasNewer: false }), away: true }, 51, 500);
  assert(timeline.messages.length <= 300);
  assert.deepEqual([timeline.messages[0]?.seq, timeline.hasOlder, timeline.hasNewer, timeline.below], [1, false, true, 450]);
});

test('older pages push the newest out, and newer pages the oldest', () => {
  let timeline = at(951, 1_000);
  for (let from = 901; from >= 501; from -= 50) {
    timeline = withHistory(awaitingPage(timeline, 'older'), page(from, from + 49, { hasOlder: true }));
  }
  assert.deepEqual([timeline.messages[0]?.seq, timeline.hasNewer, timeline.messages.length <= 300], [501, true, true]);
  for (let from = timeline.messages.at(-1)!.seq + 1; from <= 1_000; from += 50) {
    timeline = withHistory(awaitingPage(timeline, 'newer'), page(from, Math.min(1_000, from + 49), { hasNewer: from + 49 < 1_000 }));
  }
  assert.deepEqual([timeline.messages.at(-1)?.seq, isAtEdge(timeline), timeline.messages.length <= 300], [1_000, true, true]);
});

test('a row for each day counts too', () => {
  const days = Array.from({ length: 400 }, (_, i) => message(400 - i, { at: (400 - i) * DAY }));
  const timeline = withHistory(emptyTimeline, { messages: days, hasOlder: false, hasNewer: false, through: 400 });
  assert.equal(timeline.messages.length, 140);
});

test('a room that nobody has open keeps a page and what came since', () => {
  let timeline = at(1, 50, { hasOlder: false, hasNewer: false });
  for (let seq = 51; seq <= 400; seq++) {
    timeline = withFrame(timeline, message(seq, { changeSeq: 1_000 + seq }), 'new', { isOpen: false });
  }
  assert(timeline.messages.length <= 120);
});

test('a room that was never read keeps nothing, and still counts', () => {
  const timeline = arrived({ ...emptyTimeline, cursor: resynced(1_000, 'e') }, 1, 500);
  assert.deepEqual([timeline.messages.length, timeline.arrivals], [0, 500]);
});

test('edits and removals show in a stretch that ends before the newest', () => {
  const early = at(100, 150, { hasOlder: true, hasNewer: true });
  const edited = withFrame(early, message(120, { changeSeq: 1_001, content: 'better' }), 'changed');
  assert.equal(edited.messages.find(({ seq }) => seq === 120)?.content, 'better');
});

test('what one reads stays when too much was missed, and is read anew on wish', () => {
  const stale = outdated(at(500, 600));
  assert.deepEqual([ends(stale), isAtEdge(stale)], [[500, 600, true, false], false]);
  assert.deepEqual(ends(arrived(stale, 1_101, 1_101)), [500, 600, true, false]);
  const fresh = withHistory(awaitingPage(stale, 'around'), page(575, 625, { hasOlder: true, hasNewer: true }));
  assert.deepEqual([ends(fresh), fresh.stale], [[575, 625, true, true], false]);
});

test('at the end the newest are read by themselves, unless that left a hole', () => {
  const asked = awaitingPage(outdated(at(500, 600)), 'latest');
  assert.deepEqual(ends(withHistory(asked, page(580, 630, { hasOlder: true, hasNewer: false }))), [580, 630, true, false]);
  const far = withHistory(asked, page(900, 950, { hasOlder: true, hasNewer: false }));
  assert.deepEqual([ends(far), far.stale, far.loading], [[500, 600, true, false], true, undefined]);
});

test('a resync keeps what is read in the open room, and forgets what nobody has before them', () => {
  const here: Action[] = [{ type: 'open_room', roomId: 7 }, { type: 'history_loaded', roomId: 7, generation: 0, page: page(500, 600) }];
  const resync: Action = { type: 'room_resynced', roomId: 7, head: 2_000, epoch: 'e' };
  assert.deepEqual([room7(...here, resync).stale, seqs(room7(...here, resync)).length], [true, 101]);
  const elsewhere = room7(...here, { type: 'open_room', roomId: 8 }, resync);
  assert.deepEqual([elsewhere.loaded, elsewhere.messages], [false, []]);
});

test('coming back to a room begins at the newest', () => {
  const jumped = after(signedIn, { type: 'open_room', roomId: 7 }, { type: 'show_message', roomId: 7, seq: 3 },
    { type: 'history_loaded', roomId: 7, generation: 0, page: page(1, 9, { hasNewer: true }) }, { type: 'look', roomId: 7, seq: 5, atEnd: false });
  assert.deepEqual([jumped.timelines[7]?.target, jumped.timelines[7]?.away], [{ seq: 3 }, true]);
  const back = room7({ type: 'open_room', roomId: 7 }, { type: 'show_message', roomId: 7, seq: 3 },
    { type: 'history_loaded', roomId: 7, generation: 0, page: page(1, 9, { hasNewer: true }) }, { type: 'open_room', roomId: 8 }, { type: 'open_room', roomId: 7 });
  assert.deepEqual([back.loaded, back.target, back.away], [false, undefined, false]);
});
