import type { Action } from '../src/model/actions.ts';
import type { HistoryPage } from '../src/model/timeline/pages.ts';
import type { Message } from '../src/model/timeline/types.ts';
import type { Where } from '../src/net/wire.ts';
import { message } from './samples.ts';

/** A small generator of numbers, the same for the same seed (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

interface Row { sent: number; latest: number; edits: number }

/** A room as the server has it, and what it says about it: as docs/protocol.md promises, and no better. */
export class RoomModel {
  head = 0;
  epoch = 'e0';
  readonly rows: Row[] = [];

  send(): void {
    this.head++;
    this.rows.push({ sent: this.head, latest: this.head, edits: 0 });
  }

  edit(seq: number): void {
    const row = this.rows[seq - 1];
    if (row) {
      row.latest = ++this.head;
      row.edits++;
    }
  }

  /** As a backup had it. */
  restore(): void {
    this.rows.splice(Math.floor(this.rows.length / 2));
    this.rows.forEach((row) => (row.latest = row.sent));
    this.head = Math.max(0, ...this.rows.map(({ sent }) => sent));
    this.epoch += "'";
    this.rows.forEach((row) => (row.edits += 100));
  }

  /** What a socket is given live for the newest change. */
  newest(): Action {
    const seq = this.rows.findIndex(({ latest }) => latest === this.head) + 1;
    return this.rows[seq - 1]!.sent === this.head ? this.#arrived(seq) : this.#changed(seq);
  }

  /** What is replayed to who knows everything up to `after`, but for the `resumed` at its end. */
  range(after: number): Action[] {
    const all = this.rows.map((row, i) => ({ row, seq: i + 1 }));
    const changes = all.filter(({ row }) => row.sent <= after && row.latest > after).sort((a, b) => a.row.latest - b.row.latest);
    return [...all.filter(({ row }) => row.sent > after).map(({ seq }) => this.#arrived(seq)), ...changes.map(({ seq }) => this.#changed(seq))];
  }

  /** A page, newest first, of at most four messages. */
  page({ before, after, around }: Where): HistoryPage {
    const end = this.rows.length + 1;
    if (after !== undefined) {
      return { ...this.#between(after + 1, Math.min(end, after + 5)), hasNewer: after + 5 < end };
    }
    if (around !== undefined) {
      const to = Math.min(end, around + 3); // two newer ones, where there are two
      return { ...this.#between(Math.max(1, to - 4), to), hasOlder: to > 5, hasNewer: to === around + 3 };
    }
    const to = Math.min(before ?? end, end);
    return { ...this.#between(Math.max(1, to - 4), to), hasOlder: to > 5, ...(before === undefined ? { hasNewer: false } : {}) };
  }

  #between(from: number, to: number): HistoryPage {
    return { messages: Array.from({ length: Math.max(0, to - from) }, (_, i) => this.message(to - 1 - i)), through: this.head };
  }

  message(seq: number, changeSeq = this.rows[seq - 1]!.latest): Message {
    return message(seq, { changeSeq, content: `word ${seq}, state ${this.rows[seq - 1]!.edits}` });
  }

  #arrived(seq: number): Action {
    return { type: 'message_arrived', message: this.message(seq, this.rows[seq - 1]!.sent) };
  }

  #changed(seq: number): Action {
    return { type: 'message_changed', message: this.message(seq) };
  }
}
