import type { Action } from '../src/model/actions.ts';
import { initialState } from '../src/model/reducer.ts';
import { Store } from '../src/model/store.ts';
import type { Api } from '../src/net/api.ts';
import type { ClientFrame } from '../src/net/frames.ts';
import type { Story, World } from '../src/story/world.ts';

/** A page with some of its stories, whose server is the test: `rest` answers, `sent` is what the socket was given. */
export function page(rest: object, ...stories: ((world: World) => Story)[]) {
  const store = new Store(initialState);
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
