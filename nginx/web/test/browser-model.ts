import type { Action } from '../src/model/actions.ts';
import type { HistoryPage } from '../src/model/timeline/pages.ts';
import { emptyTimeline } from '../src/model/timeline/timeline.ts';
import type { Where } from '../src/net/wire.ts';
import type { Api } from '../src/net/api.ts';
import type { ClientFrame } from '../src/net/frames.ts';
import { unreachable } from '../src/net/problem.ts';
import { historyStory } from '../src/story/history.ts';
import { liveStory } from '../src/story/live.ts';
import type { World } from '../src/story/world.ts';
import { RoomModel } from './room-model.ts';
import { newStore, room, signedIn } from './samples.ts';

interface PageRequest {
  readonly where: Where;
  read: HistoryPage | undefined;
  readonly resolve: (page: HistoryPage) => void;
  readonly reject: (problem: Error) => void;
}

interface Join { readonly type: 'join_room'; readonly after?: number; readonly epoch?: string }

/**
 * One browser in one room, with the real reducer and stories. What is under way to it comes late: in order on the
 * socket, in any order over REST.
 */
export class BrowserModel {
  readonly store = newStore();
  readonly room = new RoomModel();
  /** Frames on their way here; none when the socket is gone. */
  socket: Action[] | undefined;
  /** Frames on their way there. */
  requests: Join[] = [];
  /** What is asked for over REST and not answered. */
  readonly pages: PageRequest[] = [];
  /** Changes the server has stored and not yet given to this socket. */
  #backlog: Action[] = [];
  /** The change up to which it has. */
  #given = 0;
  #isIn = false;

  constructor() {
    const { store } = this;
    const send = (frame: ClientFrame) => this.socket !== undefined && frame.type === 'join_room' && this.requests.push(frame) > 0;
    const messages = (_: number, where: Where = {}) =>
      new Promise<HistoryPage>((resolve, reject) => this.pages.push({ where, read: undefined, resolve, reject }));
    const world = { state: () => store.state, dispatch: store.dispatch, send, api: { messages } as unknown as Api } as World;
    for (const story of [liveStory(world), historyStory(world)]) {
      store.listen((state, action) => story(action, state));
    }
    [signedIn, { type: 'room_known', room: room(7) } as const, { type: 'open_room', roomId: 7 } as const].forEach(store.dispatch);
  }

  get timeline() {
    return this.store.state.timelines[7] ?? emptyTimeline;
  }

  act(action: Action): void {
    this.store.dispatch(action);
  }

  connect(): void {
    this.socket = [];
    this.requests = [];
    this.#isIn = false;
    this.act({ type: 'connection_changed', status: 'live' });
  }

  disconnect(): void {
    this.socket = undefined;
    this.act({ type: 'connection_changed', status: 'offline' });
  }

  /** The server comes to the next request. */
  serve(): void {
    const { socket, room, requests } = this;
    if (socket && requests.length > 0) {
      const { after, epoch } = requests.shift()!;
      this.#isIn = true;
      this.#upToDate();
      socket.push({ type: 'room_entered', roomId: 7, head: room.head, epoch: room.epoch });
      if (after !== undefined) {
        socket.push(...(epoch === room.epoch && after <= room.head ? [...room.range(after), this.#resumed()] : [this.#resync()]));
      }
    }
  }

  change(roll: (sides: number) => number): void {
    if (this.room.rows.length === 0 || roll(2) === 0) {
      this.room.send();
    } else {
      this.room.edit(1 + roll(this.room.rows.length));
    }
    this.#backlog.push(this.room.newest());
  }

  give(roll: (sides: number) => number): void {
    if (!this.#isIn || !this.socket || this.#backlog.length === 0) {
      return;
    }
    if (roll(3) === 0) { // the server missed something itself and reads it: a range, unasked
      this.socket.push(...this.room.range(this.#given), this.#resumed());
      this.#upToDate();
    } else {
      this.socket.push(this.#backlog.shift()!);
      this.#given++;
    }
  }

  #upToDate(): void {
    this.#backlog = [];
    this.#given = this.room.head;
  }

  resync(): void {
    if (this.#isIn) {
      this.#upToDate();
      this.socket?.push(this.#resync());
    }
  }

  /** A backup: an earlier state, under another epoch. */
  restore(): void {
    this.room.restore();
    this.resync();
  }

  /** A heartbeat that finds the cursor behind twice, as after a loss. */
  beat(): void {
    const heads = { 7: this.room.head };
    this.act({ type: 'heads_heard', heads });
    this.act({ type: 'heads_heard', heads });
  }

  deliver(): void {
    const next = this.socket?.shift();
    if (next) {
      this.act(next);
    }
  }

  /** As the timeline does when one scrolls up. */
  scrollUp(): void {
    if (this.timeline.loaded && this.timeline.hasOlder) {
      this.act({ type: 'load_older', roomId: 7 });
    }
  }

  scrollDown(): void {
    if (this.timeline.loaded && this.timeline.hasNewer) {
      this.act({ type: 'load_newer', roomId: 7 });
    }
  }

  /** Where one reads: at the end, or further up. */
  look(atEnd: boolean): void {
    this.act({ type: 'look', roomId: 7, seq: this.timeline.messages.at(-1)?.seq ?? 0, atEnd });
  }

  /** A link to a message, or the way back to the newest. */
  jump(seq: number): void {
    this.act(seq > 0 ? { type: 'show_message', roomId: 7, seq } : { type: 'show_latest', roomId: 7 });
  }

  /** As the timeline offers when messages may be missing. */
  loadMissing(): void {
    const { stale, loading, messages } = this.timeline;
    if (stale && !loading) {
      this.act({ type: 'load_around', roomId: 7, seq: messages.at(-1)?.seq ?? 0 });
    }
  }

  /** The server reads a page; the answer may take its time. */
  readPage(at: number): void {
    const request = this.pages[at];
    if (request) {
      request.read ??= this.room.page(request.where);
    }
  }

  async answerPage(at: number, fails = false): Promise<void> {
    this.readPage(at);
    const [request] = this.pages.splice(at, 1);
    if (request) {
      fails ? request.reject(unreachable()) : request.resolve(request.read!);
      await new Promise(setImmediate);
    }
  }

  #resumed(): Action {
    return { type: 'room_resumed', roomId: 7, head: this.room.head };
  }

  #resync(): Action {
    return { type: 'room_resynced', roomId: 7, head: this.room.head, epoch: this.room.epoch };
  }
}
