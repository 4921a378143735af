import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFollowing } from '../src/model/timeline/cursor.ts';
import { BrowserModel } from './browser-model.ts';
import { dice } from './room-model.ts';

async function play(seed: number): Promise<BrowserModel> {
  const roll = dice(seed);
  const browser = new BrowserModel();
  for (let step = 0; step < 150; step++) {
    switch (roll(16)) {
      case 0:
        browser.socket ? roll(3) === 0 && browser.disconnect() : browser.connect();
        break;
      case 1:
        browser.readPage(roll(Math.max(1, browser.pages.length)));
        break;
      case 2:
        roll(2) === 0 ? browser.scrollUp() : browser.scrollDown();
        roll(3) === 0 && browser.look(roll(2) === 0);
        roll(6) === 0 && browser.jump(roll(browser.room.rows.length + 1));
        browser.loadMissing();
        break;
      case 3:
        roll(6) === 0 && browser.resync();
        roll(12) === 0 && browser.timeline.cursor && browser.restore();
        roll(4) === 0 && browser.beat();
        break;
      case 4:
      case 5:
        await browser.answerPage(roll(Math.max(1, browser.pages.length)), roll(8) === 0);
        break;
      case 6:
      case 7:
      case 8:
        browser.change(roll);
        break;
      case 9:
      case 10:
        browser.give(roll);
        break;
      case 11:
      case 12:
        browser.serve();
        break;
      default:
        browser.deliver();
    }
  }
  return browser;
}

/** Nothing more happens, and everything under way arrives. */
async function settle(browser: BrowserModel): Promise<void> {
  if (!browser.socket) {
    browser.connect();
  }
  for (let i = 0; i < 200; i++) {
    if (!browser.timeline.loaded && browser.pages.length === 0) {
      browser.act({ type: 'open_room', roomId: 7 }); // its page failed
    }
    browser.loadMissing();
    browser.scrollDown();
    await browser.answerPage(0);
    browser.serve();
    browser.give(() => 1);
    browser.deliver();
  }
}

test('whatever is lost, late or overtaken, in the end everything shows as it is, once', async () => {
  for (let seed = 1; seed <= 600; seed++) {
    const browser = await play(seed);
    await settle(browser);
    const { timeline, room } = browser;
    const first = timeline.messages[0]?.seq ?? room.rows.length + 1;
    const expected = Array.from({ length: room.rows.length + 1 - first }, (_, i) => room.message(first + i).content);
    assert.deepEqual(timeline.messages.map(({ content }) => content), expected, `seed ${seed}`);
    assert.deepEqual([timeline.loaded, timeline.hasOlder, timeline.cursor?.after], [true, first > 1, room.head], `seed ${seed}`);
  }
});

test('the cursor never passes a change that does not show', async () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { timeline, room } = await play(seed);
    const known = timeline.cursor?.after ?? 0;
    const messages = timeline.loaded && !timeline.stale && isFollowing(timeline.cursor) && timeline.cursor?.epoch === room.epoch ? timeline.messages : [];
    for (const { seq, content } of messages) {
      const row = room.rows[seq - 1]!;
      assert(row.latest > known || content === room.message(seq).content, `seed ${seed}, seq ${seq}`);
    }
  }
});
