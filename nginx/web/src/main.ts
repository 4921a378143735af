import './view/app.ts';
import { initialState } from './model/reducer.ts';
import { Store } from './model/store.ts';
import { Api } from './net/api.ts';
import { randomId } from './net/ids.ts';
import { LiveConnection } from './net/live.ts';
import { happeningsOf } from './story/happenings.ts';
import { historyStory } from './story/history.ts';
import { keepingStory } from './story/keeping.ts';
import { liveStory } from './story/live.ts';
import { outboxStory } from './story/outbox.ts';
import { peopleStory } from './story/people.ts';
import { quotesStory } from './story/quotes.ts';
import { roomsStory } from './story/rooms.ts';
import { resumeSession, sessionStory } from './story/session.ts';
import { BrowserSiblings } from './story/siblings.ts';
import { BrowserStash } from './story/stash.ts';
import type { World } from './story/world.ts';
import { writingStory } from './story/writing.ts';
import { followAddress } from './view/address.ts';
import { forgetEmoji } from './view/composing/recent-emoji.ts';
import type { ParleyApp } from './view/app.ts';

// The circle: a view emits an action, stories set things off, the reducer makes the next state, views show it.
const store = new Store(initialState);
const api = new Api();
const live = new LiveConnection(`${location.origin.replace(/^http/, 'ws')}/ws`, api.tokens, {
  onStatus: (status) => store.dispatch({ type: 'connection_changed', status }),
  onFrame: (frame) => happeningsOf(frame, store.state).forEach(store.dispatch),
  onEnd: (remark) => store.dispatch({ type: 'session_closed', remark }),
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

const tab = randomId();
const stories = [
  sessionStory(world),
  roomsStory(world),
  keepingStory(world, new BrowserStash(tab), new BrowserSiblings(tab)),
  writingStory(world),
  liveStory(world), // before the outbox: a room is joined before its messages are sent
  historyStory(world),
  quotesStory(world),
  peopleStory(world),
  outboxStory(world),
];
stories.forEach((story) => store.listen((state, action) => story(action, state)));
const app = document.querySelector('parley-app') as ParleyApp;
app.dispatch = store.dispatch;
app.state = store.state;
store.listen((state) => (app.state = state));
followAddress(store);
store.listen((_, action) => action.type === 'sign_out' && forgetEmoji());
addEventListener('online', () => live.retryNow());

void resumeSession(world);
