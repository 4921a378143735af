import type { HistoryPage } from './timeline.ts';
import type { Change, Message, Outgoing } from './timeline-types.ts';
import type { Account, ConnectionStatus, DialogName, EntryForm, Member, Refusal, Room, RoomKind, Unsent } from './types.ts';

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
  | { type: 'keep_draft'; roomId: number; draft: string }
  | { type: 'start_edit'; roomId: number; seq: number; draft: string }
  | { type: 'keep_edit'; roomId: number; seq: number; draft: string }
  | { type: 'stop_edit' }
  | { type: 'edit'; roomId: number; seq: number; content: string }
  | { type: 'ask_remove'; roomId: number; seq: number }
  | { type: 'remove'; roomId: number; seq: number }
  | { type: 'react'; roomId: number; seq: number; emoji: string; on: boolean }
  | { type: 'retry'; roomId: number; id: string }
  | { type: 'discard'; roomId: number; id: string }
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
  | { type: 'room_lost'; roomId: number; remark: string }
  | { type: 'directory_loaded'; query: string; rooms: readonly Room[]; hasMore: boolean; appended: boolean }
  | { type: 'members_loaded'; roomId: number; members: readonly Member[]; complete: boolean }
  | { type: 'history_asked'; roomId: number; page: 'latest' | 'older' }
  | { type: 'history_loaded'; roomId: number; generation: number; page: HistoryPage }
  | { type: 'history_failed'; roomId: number; generation: number; detail: string }
  | { type: 'room_entered'; roomId: number; head: number; epoch: string }
  | { type: 'resume_asked'; roomId: number }
  | { type: 'room_resumed'; roomId: number; head: number }
  | { type: 'room_resynced'; roomId: number; head: number; epoch: string }
  | { type: 'join_delayed'; roomId: number; afterMs: number }
  | { type: 'heads_heard'; heads: Readonly<Record<number, number>> }
  | { type: 'message_arrived'; message: Message }
  | { type: 'message_changed'; message: Message }
  | { type: 'message_queued'; outgoing: Outgoing }
  | { type: 'message_acked'; roomId: number; id: string; message: Pick<Message, 'id' | 'seq' | 'changeSeq' | 'at'> }
  | { type: 'change_queued'; change: Change }
  | { type: 'change_acked'; roomId: number; id: string; changeSeq: number }
  | { type: 'task_sent'; roomId: number; id: string }
  | { type: 'task_delayed'; roomId: number; id: string; reason: string; afterMs: number }
  | { type: 'task_due'; roomId: number; id: string }
  | { type: 'task_failed'; roomId: number; id: string; reason: string }
  | ({ type: 'outbox_restored' } & Unsent)
  | { type: 'presence_changed'; roomId: number; userId: number; username: string; came: boolean }
  | { type: 'trouble'; detail: string };

export type Action = Wish | Happening;
