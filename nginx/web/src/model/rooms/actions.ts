import type { Refusal } from '../session/types.ts';
import type { DialogName, Member, Offer, Room, RoomKind } from './types.ts';

export type RoomsWish =
  | { type: 'open_dialog'; dialog: DialogName }
  | { type: 'close_dialog' }
  | { type: 'search_rooms'; query: string }
  | { type: 'more_rooms' }
  | { type: 'create_room'; name: string; description: string; kind: RoomKind }
  /** Where a message is named, to see it then. */
  | { type: 'join_room'; roomId: number; seq?: number | undefined }
  | { type: 'leave_room'; roomId: number }
  | { type: 'change_room'; roomId: number; name: string; topic: string; description: string }
  | { type: 'mute_room'; roomId: number; muted: boolean }
  /** To write to somebody alone. */
  | { type: 'message_person'; userId: number }
  | { type: 'open_room'; roomId: number }
  /** An address leads there, and I may be no member. */
  | { type: 'visit_room'; roomId: number; seq?: number | undefined }
  | { type: 'close_room' };

export type RoomsHappening =
  | { type: 'my_rooms_loaded'; rooms: readonly Room[] }
  /** Its turn has come: the socket enters it, though nobody has opened it. */
  | { type: 'follow_room'; roomId: number }
  /** `head`: the change of the room it was told at, where that is known. */
  | { type: 'room_known'; room: Room; head?: number }
  | ({ type: 'room_offered' } & Offer)
  | { type: 'room_refused'; refusal: Refusal }
  /** I am in another room: somebody wrote to me, or another device of mine went there. */
  | { type: 'room_added'; roomId: number }
  | { type: 'room_changed'; roomId: number; name: string; topic: string; description: string }
  | { type: 'room_counted'; roomId: number; memberCount: number }
  | { type: 'room_muted'; roomId: number; muted: boolean }
  /** I may not leave it. */
  | { type: 'leave_refused'; roomId: number }
  /** As I wished. */
  | { type: 'room_left'; roomId: number }
  /** Not by me, or not here. Nobody is told who does not look at it. */
  | { type: 'room_lost'; roomId: number; remark: string; quiet?: boolean }
  | { type: 'directory_loaded'; query: string; rooms: readonly Room[]; hasMore: boolean; appended: boolean }
  | { type: 'members_loaded'; roomId: number; members: readonly Member[]; complete: boolean };
