import type { Outgoing, Change } from '../writing/types.ts';
import type { PageKind } from './actions.ts';

/** What the browser knows of one room's conversation. Read-only, as everything in the state. */

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  /** The first hundred people. */
  readonly userIds: readonly number[];
}

/** A message the server has committed: it has a place (`seq`) in its room. */
export interface Message {
  readonly id: number;
  readonly roomId: number;
  readonly seq: number;
  /** The change of the room this state is of. A replayed new message names the one that sent it, though it may show later ones. */
  readonly changeSeq: number;
  readonly userId: number;
  readonly username: string;
  /** Empty when the message was removed. */
  readonly content: string;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number;
  readonly clientMsgId?: string | undefined;
  readonly editedAt?: number | undefined;
  readonly deletedAt?: number | undefined;
  readonly reactions?: readonly Reaction[] | undefined;
  /** The seq of the message it answers. */
  readonly replyTo?: number | undefined;
  /** Whom it names, and whether it names everybody. */
  readonly mentions?: readonly number[] | undefined;
  readonly mentionsRoom?: boolean | undefined;
}

/** Where I stand in a room's changes; the rules are in cursor.ts. */
export interface Cursor {
  /** The change_seq up to which everything is known. */
  readonly after: number;
  /** Frames came without a break from here on, so a page of history has to reach this far. */
  readonly base: number;
  readonly epoch: string;
  /** The server has to be asked for what came after the cursor. */
  readonly owed: boolean;
  /** How often it was asked on this socket and has not answered. */
  readonly asks: number;
  /** Where the cursor stood at a heartbeat that told of more. */
  readonly lagAt?: number | undefined;
}

/** Somebody came or went, shown after the message that was last then. */
export interface Notice {
  readonly userId: number;
  readonly username: string;
  readonly came: boolean;
  readonly afterSeq: number;
}

export interface Timeline {
  /** By seq, each once: one stretch of what was said. What lies far from where one reads is dropped and read again when it is wanted. */
  readonly messages: readonly Message[];
  /** In the order of sending. */
  readonly outgoing: readonly Outgoing[];
  /** In the order they were made. */
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  /** Absent until the socket was in the room once. */
  readonly cursor?: Cursor | undefined;
  /** A page was read. */
  readonly loaded: boolean;
  /** The page that is on its way. */
  readonly loading?: PageKind | undefined;
  readonly hasOlder: boolean;
  /** Newer ones are there, and not here: those that arrive have no place yet. */
  readonly hasNewer: boolean;
  /** Counts how often everything was forgotten or left, so that a page asked for before is known when it comes. */
  readonly generation: number;
  /** The change every page that was read shows, for the time before there is a cursor. */
  readonly through?: number | undefined;
  /** While a page is on its way: what frames said meanwhile, because it may be newer than the page. */
  readonly aside?: readonly Message[] | undefined;
  /** Too much was missed to be caught up with: what is here stays for who reads it, and may not be all, nor as it is now. */
  readonly stale: boolean;
  /** Whoever reads is further up: the newest is not on the screen. */
  readonly away: boolean;
  /** How much others said meanwhile. */
  readonly below: number;
  /** Counts what I sent from this page: it may be committed before it was ever painted. */
  readonly sends: number;
  /** Counts what others said while the page was open, and the last of it. */
  readonly arrivals: number;
  readonly newest?: Message | undefined;
  /** The message somebody asked for. A new one for every time it is asked for. */
  readonly target?: { readonly seq: number } | undefined;
  /** The message whose link was copied. A new one for every time. */
  readonly copied?: { readonly seq: number } | undefined;
  readonly problem?: string | undefined;
  /** By seq, messages that others answer and that are not here. Null: there is none any more. */
  readonly quoted?: Readonly<Record<number, Message | null>> | undefined;
}
