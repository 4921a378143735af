import type { Action } from '../src/model/actions.ts';
import type { ClientFrame } from '../src/net/frames.ts';
import { keepingStory } from '../src/story/writing/keeping.ts';
import { liveStory } from '../src/story/live.ts';
import { outboxStory } from '../src/story/writing/outbox.ts';
import type { World } from '../src/story/world.ts';
import { writingStory } from '../src/story/writing/writing.ts';
import { FakeBrowser } from './browser.ts';
import { newStore, room, signedIn } from './samples.ts';

export const live: Action = { type: 'connection_changed', status: 'live' };
export const lost: Action = { type: 'connection_changed', status: 'offline' };
export const known: Action = { type: 'room_known', room: room(7) };
export const joined: Action = { type: 'room_entered', roomId: 7, head: 1, epoch: 'e' };
export const say = (content: string, roomId = 7): Action => ({ type: 'send', roomId, content });

/** A page of a browser whose socket writes down what is said to it. */
export class Page {
  readonly store = newStore();
  readonly said: ClientFrame[] = [];

  constructor(browser = new FakeBrowser(), tab = 'a') {
    const { store, said } = this;
    const send = (frame: ClientFrame) => store.state.connection.status === 'live' && said.push(frame) > 0;
    const world = { state: () => store.state, dispatch: store.dispatch, send } as World;
    const { stash, siblings } = browser.open(tab);
    for (const story of [keepingStory(world, stash, siblings), writingStory(world), liveStory(world), outboxStory(world)]) {
      store.listen((state, action) => story(action, state));
    }
  }

  act(...actions: Action[]): this {
    actions.forEach(this.store.dispatch);
    return this;
  }

  inRoom(): this {
    return this.act(signedIn, known, { type: 'open_room', roomId: 7 }, live, joined);
  }

  get sends() {
    return this.said.filter((frame) => frame.type === 'send_message');
  }

  get words() {
    return this.sends.map(({ content }) => content);
  }

  get outgoing() {
    return this.store.state.timelines[7]?.outgoing ?? [];
  }

  ack(seq: number): this {
    return this.act({ type: 'message_acked', roomId: 7, id: this.sends.at(-1)!.client_msg_id, message: { id: seq, seq, changeSeq: seq, at: 0 } });
  }
}
