import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceOf, isNothing, NOTHING, unsentFrom, unsentOf } from '../src/model/writing/keeping.ts';
import { reduceDrafts } from '../src/model/writing/drafts.ts';
import { reduce } from '../src/model/reducer.ts';
import { FakeBrowser, settled } from './browser.ts';
import { joined, live, lost, Page, say } from './page.ts';
import { after, changeOf, message, outgoing, signedIn } from './samples.ts';

const draft = (text: string, at: number) => ({ text, at });

test('what was under way waits again when it is kept, what was refused still is, what is committed is not kept', () => {
  const state = after(signedIn,
    { type: 'message_queued', outgoing: outgoing('a', { phase: 'sent' }) },
    { type: 'message_queued', outgoing: outgoing('b', { phase: 'failed', reason: 'too long' }) },
    { type: 'change_queued', change: changeOf('c', 3, { kind: 'remove' }, { phase: 'waiting', reason: 'busy' }) },
    { type: 'change_queued', change: changeOf('d', 4, { kind: 'remove' }, { phase: 'acked', changeSeq: 9 }) });
  const { outgoing: messages, changes } = unsentOf(state);
  assert.deepEqual(messages.map(({ id, phase }) => [id, phase]), [['a', 'queued'], ['b', 'failed']]);
  assert.deepEqual(changes.map(({ id, phase }) => [id, phase]), [['c', 'queued']]);
});

test('an edit is kept once something was typed', () => {
  const begun = after(signedIn, { type: 'history_loaded', roomId: 7, generation: 0, page: { messages: [message(3)], through: 3 } },
    { type: 'start_edit', roomId: 7, seq: 3, draft: message(3).content });
  assert.equal(unsentOf(begun).editing, undefined);
  assert.equal(unsentOf(reduce(begun, { type: 'keep_edit', roomId: 7, seq: 3, draft: 'wor' })).editing?.draft, 'wor');
  assert.equal(unsentOf(reduce(begun, { type: 'start_edit', roomId: 7, seq: 3, draft: 'was refused' })).editing?.draft, 'was refused');
});

test('only what changed is written', () => {
  const before = { ...NOTHING, outgoing: [outgoing('a'), outgoing('b')], drafts: { 7: draft('I wond', 5) } };
  const now = { ...before, outgoing: [outgoing('b'), outgoing('c')], drafts: {} };
  const difference = differenceOf(before, now, 9);
  assert.deepEqual([difference.kept.map(({ id }) => id), difference.gone], [['c'], ['a']]);
  assert.deepEqual(difference.drafts, [{ roomId: 7, draft: undefined, at: 9 }]);
  assert.ok(isNothing(differenceOf(before, { ...before, outgoing: [outgoing('a'), outgoing('b')] }, 9)));
});

test('what is read is what was written', () => {
  const all = {
    outgoing: [outgoing('a')], changes: [changeOf('c', 3, { kind: 'remove' })],
    drafts: { 7: draft('I wond', 5) }, editing: { roomId: 7, seq: 3, draft: 'wor' },
  };
  const { kept, drafts } = differenceOf(NOTHING, all, 9);
  assert.deepEqual(unsentFrom(kept, drafts), all);
});

test('a reload, or a session that ended by itself, sends what was left under its old id; signing out does not', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const first = new Page(browser, 'a').act(signedIn);
  await settled();
  first.act({ type: 'open_room', roomId: 7 }, live, joined, say('one'), say('two'));
  await settled();
  browser.close('a');

  const second = new Page(browser, 'b').act(signedIn, live);
  await settled();
  assert.deepEqual(second.sends, first.sends);
  second.act({ type: 'session_closed', remark: 'ended' }, signedIn, live);
  await settled();
  assert.deepEqual(second.words, ['one', 'one']);
  assert.deepEqual(second.ack(5).words, ['one', 'one', 'two']);
  second.act({ type: 'sign_out' }, { type: 'session_closed' });
  await settled();
  assert.deepEqual([browser.rows, browser.drafts], [[], []]);
});

test('two tabs send what each of them wrote, and one takes over when the other is gone', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const first = new Page(browser, 'a').act(signedIn);
  await settled();
  first.act(say('one'), say('two'));
  await settled();
  const second = new Page(browser, 'b').act(signedIn, live);
  await settled();
  assert.deepEqual(second.words, []);
  browser.close('a');
  await settled();
  assert.deepEqual(second.words, ['one']);
  assert.equal(second.sends[0]?.client_msg_id, first.outgoing[0]?.id);
  assert.deepEqual(second.ack(5).words, ['one', 'two']);
  await settled();
  assert.deepEqual(browser.rows.map(({ tab }) => tab), ['b']);
});

test('a tab whose session ended leaves its messages to one where its person is, and takes part again later', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const first = new Page(browser, 'a').act(signedIn);
  await settled();
  first.act(say('one'));
  await settled();
  first.act({ type: 'session_closed', remark: 'over' });
  const second = new Page(browser, 'b').act(signedIn, live);
  await settled();
  assert.deepEqual(second.words, ['one']);
  first.act(signedIn);
  await settled();
  first.act(say('two'));
  await settled();
  assert.deepEqual(second.ack(5).words, ['one']);
  first.act({ type: 'session_closed', remark: 'over' });
  await settled();
  assert.equal(second.words.at(-1), 'two');
});

test('a tab that goes while another one begins is taken over too', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const first = new Page(browser, 'a').act(signedIn);
  await settled();
  first.act(say('one'));
  await settled();
  const second = new Page(browser, 'b').act(signedIn, live);
  await undefined;
  browser.close('a');
  await settled();
  assert.deepEqual(second.words, ['one']);
});

test('of two that are left, one takes over', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const pages = ['a', 'b', 'c'].map((tab) => new Page(browser, tab).act(signedIn));
  await settled();
  pages[0]!.act(say('one'));
  await settled();
  browser.close('a');
  await settled();
  assert.deepEqual(pages.slice(1).map((page) => page.outgoing.length).sort(), [0, 1]);
});

test('somebody else finds nothing, and then it is gone', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const page = new Page(browser, 'a').act(signedIn);
  await settled();
  page.act(say('one'), { type: 'keep_draft', roomId: 8, draft: 'I wond' });
  await settled();
  browser.close('a');
  const other = new Page(browser, 'b').act({ type: 'session_opened', account: { id: 2, username: 'bo', displayName: 'Bo' } });
  await settled();
  assert.deepEqual([other.store.state.timelines, other.store.state.drafts, browser.rows, browser.drafts], [{}, {}, [], []]);
});

test('storage that refuses loses nothing but the reload, and is asked again', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  browser.refuses = true;
  const page = new Page(browser, 'a').inRoom().act(say('one'), lost);
  await settled();
  assert.equal(page.outgoing.length, 1);
  assert.deepEqual(page.act(live, joined).words, ['one', 'one']);
  browser.refuses = false;
  page.act(say('two'));
  await settled();
  assert.deepEqual(browser.rows.map(({ entry }) => entry.id), page.outgoing.map(({ id }) => id));
});

test('storage that refuses is not asked with every frame, and again after a while', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const page = new Page(browser, 'a').inRoom();
  await settled();
  browser.refuses = true;
  page.act(lost, say('one'));
  await settled();
  const before = browser.writes;
  page.act({ type: 'message_arrived', message: message(2) }, { type: 'message_arrived', message: message(3) });
  await settled();
  assert.equal(browser.writes, before);
  browser.refuses = false;
  context.mock.timers.tick(10_000);
  await settled();
  assert.deepEqual(browser.rows.map(({ entry }) => entry.id), page.outgoing.map(({ id }) => id));
});

test('a clock that is put back keeps what is written after that, and what was sent is gone', () => {
  const drafts = reduceDrafts({ 7: draft('I wond', 500) }, { type: 'keep_draft', roomId: 7, draft: 'I wonder' }, () => 100);
  assert.deepEqual(drafts[7], { text: 'I wonder', replyTo: undefined, at: 500 });
  const [gone] = differenceOf({ ...NOTHING, drafts }, NOTHING, 200).drafts;
  assert.deepEqual(gone, { roomId: 7, draft: undefined, at: 500 });
});

test('what was written before the stash was read is kept too', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  new Page(browser, 'a').act(signedIn, say('early'), { type: 'keep_draft', roomId: 7, draft: 'typed early' });
  await settled();
  assert.deepEqual([browser.rows.length, browser.drafts[0]?.draft?.text], [1, 'typed early']);
});

test('tabs agree on drafts: the one written last, everywhere', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const browser = new FakeBrowser();
  const [first, second] = ['a', 'b'].map((tab) => new Page(browser, tab).act(signedIn)) as [Page, Page];
  await settled();
  first.act({ type: 'keep_draft', roomId: 7, draft: 'from the first' });
  await settled();
  assert.deepEqual(second.store.state.drafts[7]?.text, 'from the first');
  assert.equal(second.store.state.drafts[7]?.elsewhere, true);
  second.act({ type: 'draft_heard', roomId: 7, draft: { text: 'late news', at: 1 }, at: 1 });
  assert.deepEqual(second.store.state.drafts[7]?.text, 'from the first');
  await settled();
  second.act({ type: 'keep_draft', roomId: 7, draft: '' });
  await settled();
  assert.deepEqual([first.store.state.drafts, browser.drafts], [{}, []]);
});
