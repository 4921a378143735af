import type { HistoryPage } from './pages.ts';
import type { Message } from './types.ts';

export type TimelineWish =
  | { type: 'load_older'; roomId: number }
  | { type: 'load_newer'; roomId: number }
  /** Reads what is around this one, in the place of what is here: where the new begins, or where messages may be missing. */
  | { type: 'load_around'; roomId: number; seq: number }
  /** Opens the room around this message, marks it and puts the focus on it. */
  | { type: 'show_message'; roomId: number; seq: number }
  | { type: 'show_latest'; roomId: number }
  | { type: 'show_date'; roomId: number; at: number }
  /** Puts the message's address into the clipboard. */
  | { type: 'copy_link'; roomId: number; seq: number };

/** What is being read: the newest messages, those beside what is here, or others that then take its place. */
export type PageKind = 'latest' | 'older' | 'newer' | 'around';

export type TimelineHappening =
  | { type: 'history_asked'; roomId: number; page: PageKind }
  | { type: 'history_loaded'; roomId: number; generation: number; page: HistoryPage }
  | { type: 'history_failed'; roomId: number; generation: number; detail: string }
  | { type: 'link_copied'; roomId: number; seq: number }
  | { type: 'room_entered'; roomId: number; head: number; epoch: string }
  | { type: 'resume_asked'; roomId: number }
  | { type: 'room_resumed'; roomId: number; head: number }
  | { type: 'room_resynced'; roomId: number; head: number; epoch: string }
  | { type: 'join_delayed'; roomId: number; afterMs: number }
  | { type: 'heads_heard'; heads: Readonly<Record<number, number>> }
  | { type: 'message_arrived'; message: Message }
  | { type: 'message_changed'; message: Message }
  | { type: 'presence_changed'; roomId: number; userId: number; username: string; came: boolean };
