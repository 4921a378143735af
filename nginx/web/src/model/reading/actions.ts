import type { Counted } from './types.ts';

export type ReadingWish =
  /** What the open room shows: the newest message on the screen, and whether nothing newer lies below. */
  | { type: 'look'; roomId: number; seq: number; atEnd: boolean }
  | { type: 'attention_changed'; attentive: boolean };

export type ReadingHappening =
  /** A device of mine read up to here. */
  | ({ type: 'room_read'; roomId: number; seq: number } & Counted);
