import type { Action } from '../src/model/actions.ts';
import type { Api } from '../src/net/api.ts';
import type { ClientFrame } from '../src/net/frames.ts';
import type { Story, World } from '../src/story/world.ts';
import { newStore } from './samples.ts';

/** A page with some of its stories, whose server is the test: `rest` answers, `sent` is what the socket was given. */
export function page(rest: object, ...stories: ((world: World) => Story)[]) {
  const store = newStore();
  const sent: ClientFrame[] = [];
  const actions: Action[] = [];
  const world = {
    state: () => store.state,
    dispatch: store.dispatch,
    send: (frame: ClientFrame) => sent.push(frame) > 0,
    api: rest as Api,
  } as World;
  stories.map((story) => story(world)).forEach((story) => store.listen((state, action) => story(action, state)));
  store.listen((_, action) => void actions.push(action));
  return {
    sent,
    actions,
    state: () => store.state,
    /** What was asked over REST meanwhile is answered when this returns. */
    async act(...all: Action[]) {
      all.forEach(store.dispatch);
      await new Promise(setImmediate);
    },
  };
}
