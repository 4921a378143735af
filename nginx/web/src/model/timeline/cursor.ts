import type { Cursor } from './types.ts';

/**
 * The client's rule. A change frame one beyond the cursor moves it; one further ahead belongs to a range with holes,
 * is shown, and the cursor waits for `resumed`. Acks and heartbeats never move it. A cursor that owes something is
 * resumed from where it stands.
 */

/** The answer to `join_room`. With a cursor it only says that the server resumes; without, the room's head is where we are. */
export function entered(cursor: Cursor | undefined, head: number, epoch: string, through: number | undefined): Cursor {
  return cursor ? { ...cursor, asks: Math.max(0, cursor.asks - 1) } : withPage(resynced(head, epoch), through ?? head);
}

/** Everything was forgotten: from `head` on each change follows. An answer still awaited is to an older question. */
export function resynced(head: number, epoch: string, before?: Cursor): Cursor {
  const asks = before?.asks ?? 0;
  return { after: head, base: head, epoch, owed: asks > 0, asks };
}

/** A page of history that shows less than frames continue from: what lies between is asked for. */
export function withPage(cursor: Cursor, through: number): Cursor {
  return through < cursor.base ? { ...cursor, base: through, after: Math.min(cursor.after, through), owed: true } : cursor;
}

export function isNews(cursor: Cursor | undefined, changeSeq: number): boolean {
  return !cursor || changeSeq > cursor.after;
}

/**
 * While an answer is awaited the cursor stays where it was asked from: a message in the answer may be newer than the
 * change it names, and must not pass for known.
 */
export function withChange(cursor: Cursor, changeSeq: number): Cursor {
  return changeSeq === cursor.after + 1 && cursor.asks === 0 ? { ...cursor, after: changeSeq } : cursor;
}

/** The end of a range. One that ends while another answer is awaited is the end of an earlier range. */
export function resumed(cursor: Cursor, head: number): Cursor {
  return cursor.owed || cursor.asks > 0 ? cursor : { ...cursor, after: Math.max(cursor.after, head) };
}

/**
 * A heartbeat said up to where this socket was given everything. Frames may still be on their way; whoever has not
 * moved by the next heartbeat has lost something.
 */
export function withHead(cursor: Cursor, head: number): Cursor {
  if (head <= cursor.after) {
    return cursor.lagAt === undefined ? cursor : { ...cursor, lagAt: undefined };
  }
  return cursor.lagAt === cursor.after ? { ...cursor, lagAt: undefined, owed: true } : { ...cursor, lagAt: cursor.after };
}

/** `join_room` with this cursor was sent. */
export function asked(cursor: Cursor): Cursor {
  return { ...cursor, owed: false, asks: cursor.asks + 1 };
}

/** The server would not answer now. */
export function putOff(cursor: Cursor): Cursor {
  return { ...cursor, owed: true, asks: Math.max(0, cursor.asks - 1) };
}

/** The socket is gone, and what it was asked with it. */
export function interrupted(cursor: Cursor): Cursor {
  return { ...cursor, owed: true, asks: 0, lagAt: undefined };
}

/** The socket is in the room and gives everything that follows. */
export function isFollowing(cursor: Cursor | undefined): boolean {
  return cursor !== undefined && !cursor.owed && cursor.asks === 0;
}
