import type { Message } from '../timeline/types.ts';
import type { Change, Draft, Outgoing, Removing, Unsent } from './types.ts';

export type WritingWish =
  | { type: 'send'; roomId: number; content: string; replyTo?: number | undefined }
  | { type: 'keep_draft'; roomId: number; draft: string }
  | { type: 'reply'; roomId: number; seq: number }
  | { type: 'stop_reply'; roomId: number }
  | { type: 'start_edit'; roomId: number; seq: number; draft: string }
  | { type: 'keep_edit'; roomId: number; seq: number; draft: string }
  | { type: 'stop_edit' }
  | { type: 'edit'; roomId: number; seq: number; content: string }
  | ({ type: 'ask_remove' } & Removing)
  | { type: 'remove'; roomId: number; seq: number }
  | { type: 'react'; roomId: number; seq: number; emoji: string; on: boolean }
  | { type: 'retry'; roomId: number; id: string }
  /** A message that was refused goes back to where it was written, to become another one. */
  | { type: 'rewrite'; roomId: number; id: string; content: string; replyTo: number | undefined }
  | { type: 'discard'; roomId: number; id: string };

export type WritingHappening =
  | { type: 'message_queued'; outgoing: Outgoing }
  | { type: 'message_acked'; roomId: number; id: string; message: Pick<Message, 'id' | 'seq' | 'changeSeq' | 'at'> }
  | { type: 'change_queued'; change: Change }
  | { type: 'change_acked'; roomId: number; id: string; changeSeq: number }
  | { type: 'task_sent'; roomId: number; id: string }
  | { type: 'task_delayed'; roomId: number; id: string; reason: string; code?: string | undefined; afterMs: number }
  | { type: 'task_due'; roomId: number; id: string }
  | { type: 'task_failed'; roomId: number; id: string; reason: string; code?: string | undefined }
  | ({ type: 'outbox_restored' } & Unsent)
  /** Another tab of mine was written in. No draft: what stood there was sent or taken away. */
  | { type: 'draft_heard'; roomId: number; draft: Draft | undefined; at: number };
