import type { Action } from '../actions.ts';
import type { Room } from '../rooms/types.ts';
import type { State } from '../state.ts';
import { emptyTable, entryOf, withEntries, withEntry, withoutEntry } from '../table.ts';
import { has } from '../timeline/timeline.ts';
import { isNews } from '../timeline/cursor.ts';
import type { Message } from '../timeline/types.ts';
import { countOf, readTo, withArrival, withChanged, withView } from './counting.ts';
import { mentionsPerson } from './mentions.ts';
import type { Count, Reading, RoomReading } from './types.ts';

export const initialReading: Reading = { rooms: emptyTable, attentive: true };

/** What I have not read in a room, as far as it is known; nothing in a room that nobody told of. */
export function unreadOf({ reading }: Pick<State, 'reading'>, roomId: number): Count {
  const room = entryOf(reading.rooms, roomId);
  return room ? countOf(room) : { unread: 0, mentions: 0 };
}

/** The server keeps how far I have read, so it also knows what else belongs to that. */
export const isKept = ({ reading }: State, roomId: number) => entryOf(reading.rooms, roomId)?.kept ?? false;

/** `state` is the one before the action. */
export function reduceReading(state: State, action: Action): Reading {
  const { reading } = state;
  switch (action.type) {
    case 'my_rooms_loaded':
      return allViewed(reading, action.rooms);
    case 'room_known':
      return action.room.isMember ? viewed(reading, action.room, action.head) : reading;
    case 'message_arrived':
      return arrived(state, action.message);
    case 'message_changed':
      return changed(state, action.message);
    case 'room_read':
      return edited(reading, action.roomId, (room) => readTo(room, action.seq, action));
    case 'look':
      return action.roomId === state.rooms.currentId ? caughtUp({ ...reading, seen: { roomId: action.roomId, seq: action.seq } }) : reading;
    case 'attention_changed':
      return caughtUp({ ...reading, attentive: action.attentive });
    case 'open_room':
      return opened(reading, action.roomId);
    case 'close_room':
      return { ...reading, divider: undefined, seen: undefined };
    case 'room_left':
    case 'room_lost':
      return { ...reading, rooms: withoutEntry(reading.rooms, action.roomId) };
    default:
      return reading;
  }
}

function allViewed(reading: Reading, rooms: readonly Room[]): Reading {
  const isOpen = ({ id }: Room) => id === reading.divider?.roomId || id === reading.seen?.roomId;
  const others = rooms.filter((room) => !isOpen(room));
  const views = others.map((room) => [room.id, withView(entryOf(reading.rooms, room.id), room)] as const);
  return rooms.filter(isOpen).reduce((all, room) => viewed(all, room), { ...reading, rooms: withEntries(reading.rooms, views) });
}

function viewed(reading: Reading, room: Room, head?: number): Reading {
  const before = entryOf(reading.rooms, room.id);
  const after = withView(before, room, head);
  // A room that was open before anything was known of it.
  const isFirst = reading.divider?.roomId === room.id && !before && countOf(after).unread > 0;
  const next = { ...reading, rooms: withEntry(reading.rooms, room.id, after) };
  return caughtUp(isFirst ? { ...next, divider: { roomId: room.id, after: after.lastRead, unread: countOf(after).unread } } : next);
}

function arrived({ reading, rooms, session, timelines }: State, message: Message): Reading {
  const { roomId, userId, deletedAt, seq } = message;
  if (userId === session.account?.id || deletedAt !== undefined) {
    return reading;
  }
  const before = entryOf(reading.rooms, roomId);
  const timeline = timelines[roomId];
  if (!before && timeline && (has(timeline, seq) || !isNews(timeline.cursor, message.changeSeq))) {
    return reading;
  }
  let room = withArrival(before, message, mentionsPerson(message, session.account?.id));
  const isOpen = rooms.currentId === roomId;
  if (isOpen && reading.attentive && timeline?.loaded && !timeline.away) {
    room = readTo(room, seq); // it is on the screen with the next frame
  }
  const divider = isOpen && !reading.attentive && reading.divider?.after === undefined ? { roomId, after: room.lastRead, unread: countOf(room).unread } : reading.divider;
  return { ...reading, divider, rooms: withEntry(reading.rooms, roomId, room) };
}

function changed({ reading, session, timelines }: State, message: Message): Reading {
  const timeline = timelines[message.roomId];
  const me = session.account?.id;
  if (message.userId === me || !isNews(timeline?.cursor, message.changeSeq)) {
    return reading;
  }
  const was = timeline?.messages.find(({ seq }) => seq === message.seq);
  return edited(reading, message.roomId, (room) =>
    withChanged(room, message, mentionsPerson(message, me), was && { mentionsMe: mentionsPerson(was, me) }));
}

function opened(reading: Reading, roomId: number): Reading {
  if (reading.divider?.roomId === roomId) {
    return reading;
  }
  const room = entryOf(reading.rooms, roomId);
  const unread = room ? countOf(room).unread : 0;
  return { ...reading, seen: undefined, divider: { roomId, after: unread > 0 ? room?.lastRead : undefined, unread } };
}

/** What is on the screen of somebody who looks at it is read. */
function caughtUp(reading: Reading): Reading {
  const { attentive, seen } = reading;
  return attentive && seen ? edited(reading, seen.roomId, (room) => readTo(room, seen.seq)) : reading;
}

function edited(reading: Reading, roomId: number, edit: (room: RoomReading) => RoomReading): Reading {
  const before = entryOf(reading.rooms, roomId);
  const after = before && edit(before);
  return after === before || !after ? reading : { ...reading, rooms: withEntry(reading.rooms, roomId, after) };
}
