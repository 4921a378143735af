import type { Message, Outgoing, Room, Timeline } from '../src/model/types.ts';
import { emptyTimeline, withMessages } from '../src/model/timeline.ts';

export const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);

export function message(seq: number, more: Partial<Message> = {}): Message {
  return { id: 1_000 + seq, roomId: 7, seq, userId: 2, username: 'bo', content: `word ${seq}`, at: NOON + seq * 1_000, ...more };
}

export function outgoing(clientMsgId: string, more: Partial<Outgoing> = {}): Outgoing {
  return { clientMsgId, roomId: 7, userId: 1, username: 'ada', content: 'mine', at: NOON, ...more };
}

export function room(id: number, more: Partial<Room> = {}): Room {
  return { id, name: `room ${id}`, description: '', kind: 'public', memberCount: 1, lastSeq: 0, isMember: true, ...more };
}

/** A room whose newest page was read: these messages, the last of which is the head. */
export function loaded(...messages: Message[]): Timeline {
  return { ...withMessages(emptyTimeline, messages), loaded: true };
}

export const seqs = (timeline: Timeline) => timeline.messages.map(({ seq }) => seq);
