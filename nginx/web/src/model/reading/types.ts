import type { Table } from '../table.ts';

/** How far I have read each room, and how much of it I have not. */

export interface Count {
  readonly unread: number;
  /** Those of them that mention me, or everybody. */
  readonly mentions: number;
}

/** What the server counted. */
export interface Counted extends Count {
  /** There was no newer message then. Absent from a server that does not say. */
  readonly lastSeq?: number | undefined;
}

/** A message of somebody else that frames brought and I have not read. */
export interface Fresh {
  readonly seq: number;
  readonly mentionsMe: boolean;
}

export interface RoomReading {
  /** The newest message I have read; it never goes back. */
  readonly lastRead: number;
  /** The server keeps the pointer. One that does not leaves it to this page, which begins with everything read. */
  readonly kept: boolean;
  /** What the server counted: the unread up to `through`. What came after that is in `fresh`. */
  readonly base: Count & { readonly through: number };
  /** The change of the room up to which it had counted, where it said so: a resume tells of these changes once more. */
  readonly head?: number | undefined;
  /** By seq. */
  readonly fresh: readonly Fresh[];
}

/** Where "new" begins. It stays there while the room is open, also when all of it was read meanwhile. */
export interface Divider {
  readonly roomId: number;
  /** Absent while the room is open and nothing in it is new. */
  readonly after?: number | undefined;
  /** How much that was at first. */
  readonly unread: number;
}

export interface Reading {
  readonly rooms: Table<RoomReading>;
  /** Somebody has this page in front of them: it is visible and has the focus. */
  readonly attentive: boolean;
  /** The newest message on the screen. */
  readonly seen?: { readonly roomId: number; readonly seq: number } | undefined;
  readonly divider?: Divider | undefined;
}
