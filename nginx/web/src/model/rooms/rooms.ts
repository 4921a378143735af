import type { Action } from '../actions.ts';
import { byTitle, titleOf } from './order.ts';
import type { Room, Rooms } from './types.ts';

export const initialRooms: Rooms = {
  mine: [],
  loaded: false,
  visited: [],
  followed: [],
  members: {},
  directory: { query: '', rooms: [], hasMore: false, loading: false },
  busy: false,
};

export function reduceRooms(rooms: Rooms, action: Action): Rooms {
  switch (action.type) {
    case 'my_rooms_loaded':
      return { ...rooms, mine: byTitle(action.rooms.map((room) => ({ ...room, isMember: true }))), loaded: true };
    case 'room_known':
      return known(rooms, action.room);
    case 'leave_room':
      return { ...rooms, leavingId: action.roomId };
    case 'leave_refused':
      return rooms.leavingId === action.roomId ? { ...rooms, leavingId: undefined } : rooms;
    case 'room_left':
    case 'room_lost':
      return left(rooms, action.roomId);
    case 'open_room':
      return {
        ...rooms,
        currentId: action.roomId,
        visited: [...rooms.visited.filter((id) => id !== action.roomId), action.roomId],
        dialog: undefined,
        busy: false,
        refusal: undefined,
      };
    case 'follow_room':
      return rooms.followed.includes(action.roomId) ? rooms : { ...rooms, followed: [...rooms.followed, action.roomId] };
    case 'close_room':
      return { ...rooms, currentId: undefined };
    case 'members_loaded':
      return {
        ...rooms,
        members: { ...rooms.members, [action.roomId]: action.members },
        mine: action.complete
          ? rooms.mine.map((room) => (room.id === action.roomId ? { ...room, memberCount: action.members.length } : room))
          : rooms.mine,
      };
    case 'room_offered':
      return { ...rooms, dialog: 'offer', offered: { room: action.room, seq: action.seq }, refusal: undefined, busy: false };
    case 'open_dialog':
      return { ...rooms, dialog: action.dialog, refusal: undefined };
    case 'ask_remove': {
      const { type: _, ...removing } = action;
      return { ...rooms, dialog: 'remove', removing, refusal: undefined };
    }
    case 'close_dialog':
      return { ...rooms, dialog: undefined, offered: undefined, removing: undefined, refusal: undefined, busy: false };
    case 'create_room':
    case 'change_room':
    case 'message_person':
    case 'join_room':
      return { ...rooms, busy: true, refusal: undefined };
    case 'room_refused':
      return { ...rooms, busy: false, refusal: action.refusal };
    case 'room_changed': {
      const { name, topic, description } = action;
      return edited(rooms, action.roomId, (room) => ({ ...room, name, topic, description }));
    }
    case 'room_counted':
      return edited(rooms, action.roomId, (room) => ({ ...room, memberCount: action.memberCount }));
    case 'room_muted':
      return edited(rooms, action.roomId, (room) => ({ ...room, muted: action.muted }));
    case 'search_rooms':
      return { ...rooms, directory: { ...rooms.directory, query: action.query, loading: true }, refusal: undefined };
    case 'more_rooms':
      return { ...rooms, directory: { ...rooms.directory, loading: true }, refusal: undefined };
    case 'directory_loaded': {
      // An answer to what was typed before the last keys is late.
      if (action.query !== rooms.directory.query) {
        return rooms;
      }
      const before = action.appended ? rooms.directory.rooms : [];
      return {
        ...rooms,
        directory: { ...rooms.directory, rooms: [...before, ...action.rooms], hasMore: action.hasMore, loading: false },
      };
    }
    default:
      return rooms;
  }
}

function known(rooms: Rooms, room: Room): Rooms {
  const inDirectory = rooms.directory.rooms.some((other) => other.id === room.id);
  return {
    ...rooms,
    mine: withRoom(rooms.mine, room),
    directory: inDirectory
      ? { ...rooms.directory, rooms: rooms.directory.rooms.map((other) => (other.id === room.id ? room : other)) }
      : rooms.directory,
  };
}

function edited(rooms: Rooms, roomId: number, edit: (room: Room) => Room): Rooms {
  const before = rooms.mine.find(({ id }) => id === roomId);
  return before ? { ...rooms, mine: withRoom(rooms.mine, edit(before)) } : rooms;
}

/** Of ten thousand rooms a hundred are told of when a page opens: only one that is new, or called something else, looks for its place. */
function withRoom(mine: readonly Room[], room: Room): readonly Room[] {
  const at = mine.findIndex(({ id }) => id === room.id);
  const before = mine[at];
  if (room.isMember && before && titleOf(before) === titleOf(room)) {
    return mine.map((other) => (other === before ? room : other));
  }
  const others = before ? mine.filter((other) => other !== before) : mine;
  return room.isMember ? byTitle([...others, room]) : others;
}

function left(rooms: Rooms, roomId: number): Rooms {
  return {
    ...rooms,
    mine: rooms.mine.filter((room) => room.id !== roomId),
    visited: rooms.visited.filter((id) => id !== roomId),
    followed: rooms.followed.filter((id) => id !== roomId),
    leavingId: rooms.leavingId === roomId ? undefined : rooms.leavingId,
    currentId: rooms.currentId === roomId ? undefined : rooms.currentId,
    dialog: rooms.currentId === roomId ? undefined : rooms.dialog,
  };
}
