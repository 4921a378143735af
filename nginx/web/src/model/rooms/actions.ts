import type { Refusal } from '../session/types.ts';
import type { DialogName, Member, Room, RoomKind } from './types.ts';

export type RoomsWish =
  | { type: 'open_dialog'; dialog: DialogName }
  | { type: 'close_dialog' }
  | { type: 'search_rooms'; query: string }
  | { type: 'more_rooms' }
  | { type: 'create_room'; name: string; description: string; kind: RoomKind }
  | { type: 'join_room'; roomId: number }
  | { type: 'leave_room'; roomId: number }
  | { type: 'open_room'; roomId: number }
  | { type: 'close_room' };

export type RoomsHappening =
  | { type: 'my_rooms_loaded'; rooms: readonly Room[] }
  /** Its turn has come: the socket enters it, though nobody has opened it. */
  | { type: 'follow_room'; roomId: number }
  | { type: 'room_known'; room: Room }
  | { type: 'room_refused'; refusal: Refusal }
  | { type: 'room_left'; roomId: number }
  | { type: 'room_lost'; roomId: number; remark: string }
  | { type: 'directory_loaded'; query: string; rooms: readonly Room[]; hasMore: boolean; appended: boolean }
  | { type: 'members_loaded'; roomId: number; members: readonly Member[]; complete: boolean };
