import type { Room } from '../rooms/types.ts';
import type { Message } from '../timeline/types.ts';
import type { Count, Counted, RoomReading } from './types.ts';

/** From here on the server says "this many, or more", and so do we. */
export const MANY = 100;
/** More of them need not be told apart: they are "many" until nearly all of them are read. */
const FRESH_KEPT = 500;

const nothing = (through: number) => ({ unread: 0, mentions: 0, through });

export function countOf({ base, fresh }: RoomReading): Count {
  return {
    unread: Math.min(MANY, base.unread + fresh.length),
    mentions: Math.min(MANY, base.mentions + fresh.filter(({ mentionsMe }) => mentionsMe).length),
  };
}

/** The server's view of a room: it has counted what there was then. What frames brought beyond that is added. */
export function withView(before: RoomReading | undefined, { lastReadSeq, unread = 0, mentions = 0, lastSeq }: Room, head = before?.head): RoomReading {
  if (lastReadSeq === undefined) {
    return before ?? { lastRead: lastSeq, kept: false, base: nothing(lastSeq), fresh: [] };
  }
  if (before?.kept && lastReadSeq < before.lastRead) {
    return before; // made before the server heard how far I am
  }
  const fresh = before?.fresh.filter(({ seq }) => seq > lastSeq) ?? [];
  return { lastRead: lastReadSeq, kept: true, base: { unread, mentions, through: lastSeq }, head, fresh };
}

/** Somebody else said something. Given again by a resume, or counted by the server already, it is not counted again. */
export function withArrival(before: RoomReading | undefined, { seq }: Message, mentionsMe: boolean): RoomReading {
  const room = before ?? { lastRead: seq - 1, kept: false, base: nothing(seq - 1), fresh: [] };
  if (seq <= Math.max(room.lastRead, room.base.through) || room.fresh.some((one) => one.seq === seq)) {
    return room;
  }
  return { ...room, fresh: [...room.fresh, { seq, mentionsMe }].sort((a, b) => a.seq - b.seq).slice(-FRESH_KEPT) };
}

/** A message of somebody else is another now: one that was removed is not unread any more. `was` is how it was shown before. */
export function withChanged(room: RoomReading, message: Message, mentionsMe: boolean, was: { mentionsMe: boolean } | undefined): RoomReading {
  const { seq, changeSeq, deletedAt } = message;
  const { base, head = 0, fresh } = room;
  if (fresh.some((one) => one.seq === seq)) {
    const others = fresh.filter((one) => one.seq !== seq);
    return { ...room, fresh: deletedAt === undefined ? fresh.map((one) => (one.seq === seq ? { seq, mentionsMe } : one)) : others };
  }
  if (seq <= room.lastRead || seq > base.through || changeSeq <= head) {
    return room;
  }
  const gone = deletedAt !== undefined && base.unread < MANY ? 1 : 0;
  const mentioned = was === undefined || base.mentions >= MANY ? 0 : Number(deletedAt === undefined && mentionsMe) - Number(was.mentionsMe);
  return { ...room, base: { ...base, unread: Math.max(0, base.unread - gone), mentions: Math.max(0, base.mentions + mentioned) } };
}

/**
 * I have read up to here. What the server counted is known to be read only as a whole; in between it has to count again,
 * which it does in its answer.
 */
export function readTo(room: RoomReading, seq: number, counted?: Counted): RoomReading {
  if (seq < room.lastRead || (seq === room.lastRead && !counted)) {
    return room;
  }
  if (counted?.lastSeq !== undefined) {
    const { unread, mentions, lastSeq } = counted;
    const through = Math.max(room.base.through, lastSeq);
    return { ...room, lastRead: seq, base: { unread, mentions, through }, fresh: room.fresh.filter((one) => one.seq > through) };
  }
  const fresh = room.fresh.filter((one) => one.seq > seq);
  if (seq >= room.base.through) {
    return { ...room, lastRead: seq, base: nothing(seq), fresh };
  }
  if (counted) {
    const through = Math.max(room.base.through, room.fresh.at(-1)?.seq ?? 0);
    return { ...room, lastRead: seq, base: { unread: counted.unread, mentions: counted.mentions, through }, fresh: [] };
  }
  return { ...room, lastRead: seq, fresh };
}
