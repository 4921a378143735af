import './view/app.ts';
import { initialState } from './model/reducer.ts';
import { Store } from './model/store.ts';
import { Api } from './net/api.ts';
import { LiveConnection } from './net/live.ts';
import { historyStory } from './story/history.ts';
import { happeningsOf, liveStory } from './story/live.ts';
import { roomsStory } from './story/rooms.ts';
import { sendingStory } from './story/sending.ts';
import { resumeSession, sessionStory } from './story/session.ts';
import type { World } from './story/world.ts';
import { followAddress } from './view/address.ts';
import type { ParleyApp } from './view/app.ts';

// The circle: a view emits an action, stories set things off, the reducer makes the next state, views show it.
const store = new Store(initialState);
const api = new Api();
const live = new LiveConnection(`${location.origin.replace(/^http/, 'ws')}/ws`, api.tokens, {
  onStatus: (status) => store.dispatch({ type: 'connection_changed', status }),
  onFrame: (frame) => happeningsOf(frame, store.state.session.account?.id).forEach(store.dispatch),
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

// Live comes before sending: a room is joined before its messages are sent.
for (const story of [sessionStory, roomsStory, liveStory, historyStory, sendingStory].map((tell) => tell(world))) {
  store.listen((state, action) => story(action, state));
}
const app = document.querySelector('parley-app') as ParleyApp;
app.dispatch = store.dispatch;
app.state = store.state;
store.listen((state) => (app.state = state));
followAddress(store);
addEventListener('online', () => live.retryNow());

void resumeSession(world);
