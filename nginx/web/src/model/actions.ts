import type {
  Account, ConnectionStatus, DialogName, EntryForm, Member, Message, Outgoing, Refusal, Room, RoomKind,
} from './types.ts';

/** What a person asks for. Views emit these; `story/` carries them out. */
export type Wish =
  | { type: 'show_form'; form: EntryForm }
  | { type: 'sign_up'; username: string; email: string; password: string }
  | { type: 'sign_in'; login: string; password: string }
  | { type: 'sign_out' }
  | { type: 'open_dialog'; dialog: DialogName }
  | { type: 'close_dialog' }
  | { type: 'search_rooms'; query: string }
  | { type: 'more_rooms' }
  | { type: 'create_room'; name: string; description: string; kind: RoomKind }
  | { type: 'join_room'; roomId: number }
  | { type: 'leave_room'; roomId: number }
  | { type: 'open_room'; roomId: number }
  | { type: 'close_room' }
  | { type: 'load_older'; roomId: number }
  | { type: 'send'; roomId: number; content: string }
  | { type: 'retry'; roomId: number; clientMsgId: string }
  | { type: 'discard'; roomId: number; clientMsgId: string }
  | { type: 'reconnect_now' }
  | { type: 'dismiss_trouble' };

/** What happened. `story/` reports these; the reducer turns them into the next state. */
export type Happening =
  | { type: 'session_opened'; account: Account }
  | { type: 'session_refused'; refusal: Refusal }
  | { type: 'session_delayed'; remark: string }
  | { type: 'session_closed'; remark?: string | undefined }
  | { type: 'connection_changed'; status: ConnectionStatus }
  | { type: 'my_rooms_loaded'; rooms: readonly Room[] }
  | { type: 'room_known'; room: Room }
  | { type: 'room_refused'; refusal: Refusal }
  | { type: 'room_left'; roomId: number }
  | { type: 'directory_loaded'; query: string; rooms: readonly Room[]; hasMore: boolean; appended: boolean }
  | { type: 'members_loaded'; roomId: number; members: readonly Member[]; complete: boolean }
  | { type: 'history_loaded'; roomId: number; page: 'latest' | 'older' | 'newer'; messages: readonly Message[]; hasMore: boolean }
  | { type: 'history_failed'; roomId: number; detail: string }
  | { type: 'head_known'; roomId: number; seq: number }
  | { type: 'message_arrived'; message: Message }
  | { type: 'message_queued'; outgoing: Outgoing }
  | { type: 'message_acked'; roomId: number; clientMsgId: string; id: number; seq: number; at: number }
  | { type: 'send_failed'; roomId: number; clientMsgId: string; reason: string }
  | { type: 'presence_changed'; roomId: number; userId: number; username: string; came: boolean }
  | { type: 'trouble'; detail: string };

export type Action = Wish | Happening;
