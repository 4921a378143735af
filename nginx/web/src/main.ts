import './view/app.ts';
import { boxOf } from './model/box.ts';
import { initialState } from './model/reducer.ts';
import { Store } from './model/store.ts';
import { Api } from './net/api.ts';
import { LiveConnection } from './net/socket/live.ts';
import { randomId } from './net/ids.ts';
import { noticesStory } from './story/device/notices.ts';
import { preferencesStory, takePreferences } from './story/device/preferences.ts';
import { Tabs } from './story/device/tabs.ts';
import { connectionStory } from './story/connection.ts';
import { happeningsOf } from './story/happenings.ts';
import { historyStory } from './story/history.ts';
import { joiningStory } from './story/joining.ts';
import { keepingStory } from './story/writing/keeping.ts';
import { liveStory } from './story/live.ts';
import { outboxStory } from './story/writing/outbox.ts';
import { peopleStory } from './story/writing/people.ts';
import { quotesStory } from './story/writing/quotes.ts';
import { readingStory } from './story/reading.ts';
import { roomsStory } from './story/rooms.ts';
import { directoryStory } from './story/room/directory.ts';
import { headcountStory } from './story/room/headcount.ts';
import { invitationsStory } from './story/room/invitations.ts';
import { BrowserPages } from './story/room/pages.ts';
import { recallingStory } from './story/room/recalling.ts';
import { rosterStory } from './story/room/roster.ts';
import { roomSettingsStory } from './story/room/settings.ts';
import { typingStory } from './story/room/typing.ts';
import { visitingStory } from './story/room/visiting.ts';
import { resumeSession, sessionStory } from './story/session.ts';
import { settingsStory } from './story/settings.ts';
import { BrowserSiblings } from './story/writing/siblings.ts';
import { BrowserStash } from './story/writing/stash.ts';
import type { World } from './story/world.ts';
import { writingStory } from './story/writing/writing.ts';
import { followAddress } from './view/address.ts';
import { forgetEmoji } from './view/composing/recent-emoji.ts';
import type { ParleyApp } from './view/app.ts';
import { followAttention } from './view/attention.ts';
import { byFrame } from './view/frames.ts';
import { desktop } from './view/browser/desktop.ts';
import { followInvitations } from './view/browser/invited.ts';
import { followNetwork } from './view/browser/network.ts';
import { save } from './view/browser/save.ts';
import { followTheme } from './view/browser/theme.ts';
import { followTitle } from './view/browser/title.ts';
import { followKeys } from './view/keys/keys.ts';
import { words } from './words/words.ts';

// The circle: a view emits an action, stories set things off, the reducer makes the next state, views show it.
const store = new Store(initialState, (error) => reportError(error));
const device = boxOf(() => localStorage);
const api = new Api(device);
const live = new LiveConnection(`${location.origin.replace(/^http/, 'ws')}/ws`, api.tokens, {
  onStatus: (status, pause) => store.dispatch({ type: 'connection_changed', status, pause }),
  onFrame: (frame) => happeningsOf(frame, store.state).forEach(store.dispatch),
  onEnd: (end) => store.dispatch({ type: 'session_closed', remark: words().connection.ends[end] }),
});
const world: World = {
  api,
  state: () => store.state,
  dispatch: store.dispatch,
  send: (frame) => live.send(frame),
  connect: () => live.start(),
  disconnect: () => live.stop(),
  reconnectNow: () => live.retryNow(),
};

const tabs = new Tabs();
const tab = randomId();
const stories = [
  preferencesStory(world, tabs, device),
  sessionStory(world, tabs),
  connectionStory(world),
  roomsStory(world),
  directoryStory(world),
  roomSettingsStory(world),
  rosterStory(world),
  headcountStory(world),
  invitationsStory(world),
  typingStory(world),
  visitingStory(world),
  recallingStory(world, new BrowserPages()),
  settingsStory(world, tabs, save),
  noticesStory(world, tabs, desktop()),
  keepingStory(world, new BrowserStash(tab), new BrowserSiblings(tab)),
  writingStory(world),
  liveStory(world), // before the outbox: a room is joined before its messages are sent
  historyStory(world),
  quotesStory(world),
  peopleStory(world),
  outboxStory(world),
  readingStory(world),
  joiningStory(world),
];
stories.forEach((story) => store.listen((state, action) => story(action, state)));
const app = document.querySelector('parley-app') as ParleyApp;
app.dispatch = store.dispatch;
followTheme(store);
followInvitations(store); // takes its addresses before the others are followed
followAddress(store);
followTitle(store);
followKeys(store);
followAttention(store);
forgetEmoji(store);

// The session is asked for meanwhile; nothing is shown before the page knows how to speak.
const resumeNow = resumeSession(world);
followNetwork(() => {
  resumeNow();
  live.probe();
});
void takePreferences(world, device).then(() => {
  app.state = store.state;
  store.listen(byFrame((state) => (app.state = state)));
});
