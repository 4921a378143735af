import type { WireMessage, WireRoom } from './wire.ts';

export type ClientFrame =
  | { type: 'auth'; token: string; renew: true }
  | { type: 'join_room'; room_id: number }
  | { type: 'join_room'; room_id: number; after: number; epoch: string }
  | { type: 'leave_room'; room_id: number }
  | { type: 'send_message'; room_id: number; client_msg_id: string; content: string; reply_to?: number }
  | { type: 'edit_message'; room_id: number; seq: number; content: string }
  | { type: 'delete_message'; room_id: number; seq: number }
  | { type: 'react'; room_id: number; seq: number; emoji: string; on: boolean }
  | { type: 'typing'; room_id: number }
  | { type: 'mark_read'; room_id: number; seq: number }
  | { type: 'ping' };

export interface ErrorFrame {
  type: 'error';
  message: string;
  code?: string;
  room_id?: number;
  client_msg_id?: string;
  seq?: number;
  retry_after_ms?: number;
}

export type ServerFrame =
  | { type: 'success'; message: string; heartbeat_ms?: number }
  | ErrorFrame
  | { type: 'room_joined'; room_id: number; room?: WireRoom; head: number; epoch: string }
  | { type: 'resumed'; room_id: number; head: number }
  | { type: 'resync_required'; room_id: number; head: number; epoch: string }
  | { type: 'kicked'; room_id: number; reason: string }
  | { type: 'reconnect'; after_ms: number }
  | { type: 'token_expiring'; expires_at: number }
  | { type: 'typing'; room_id: number; user_id: number; username: string }
  | { type: 'room_added' | 'room_removed'; room_id: number }
  | { type: 'room_changed'; room_id: number; name: string; topic?: string; description?: string }
  | { type: 'muted'; room_id: number; muted: boolean }
  | { type: 'user_joined' | 'user_left'; room_id: number; user_id: number; username: string }
  | ({ type: 'new_message' | 'message_changed' } & WireMessage)
  | { type: 'message_ack'; client_msg_id: string; message_id: number; room_id: number; seq: number; change_seq: number; created_at_ms: number }
  | { type: 'change_ack'; room_id: number; seq: number; change_seq: number }
  | { type: 'read'; room_id: number; seq: number; unread: number; mentions: number; last_seq?: number }
  | { type: 'pong'; heads?: Record<number, number> };

const KNOWN = new Set<string>([
  'success', 'error', 'room_joined', 'resumed', 'resync_required', 'kicked', 'user_joined', 'user_left',
  'new_message', 'message_changed', 'message_ack', 'change_ack', 'reconnect', 'read', 'pong',
  'token_expiring', 'typing', 'room_added', 'room_removed', 'room_changed', 'muted',
] satisfies ServerFrame['type'][]);

/**
 * The frames in one text: with `parley.v1.batch` there may be several, a line each. Unknown types are ignored, as the
 * protocol asks: a newer server may speak of more.
 */
export function parseFrames(text: string): readonly ServerFrame[] {
  return text.split('\n').flatMap(parseFrame);
}

function parseFrame(line: string): readonly ServerFrame[] {
  try {
    const frame = JSON.parse(line) as { type?: unknown } | null;
    return typeof frame?.type === 'string' && KNOWN.has(frame.type) ? [frame as ServerFrame] : [];
  } catch {
    return [];
  }
}
