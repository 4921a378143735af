import type { WireMessage, WireRoom } from './wire.ts';

export type ClientFrame =
  | { type: 'auth'; token: string }
  | { type: 'join_room'; room_id: number }
  | { type: 'leave_room'; room_id: number }
  | { type: 'send_message'; room_id: number; client_msg_id: string; content: string }
  | { type: 'ping' };

export type ServerFrame =
  | { type: 'success'; message: string; heartbeat_ms?: number }
  | { type: 'error'; message: string; code?: string; room_id?: number; client_msg_id?: string }
  | { type: 'room_joined'; room_id: number; room?: WireRoom; last_seq?: number }
  | { type: 'user_joined' | 'user_left'; room_id: number; user_id: number; username: string }
  | ({ type: 'new_message' } & WireMessage)
  | { type: 'message_ack'; client_msg_id: string; message_id: number; room_id: number; seq: number; created_at_ms: number }
  | { type: 'pong' };

const KNOWN = new Set<string>([
  'success', 'error', 'room_joined', 'user_joined', 'user_left', 'new_message', 'message_ack', 'pong',
] satisfies ServerFrame['type'][]);

/** Unknown types are ignored, as the protocol asks: a newer server may speak of more. */
export function parseFrame(text: string): ServerFrame | undefined {
  try {
    const frame = JSON.parse(text) as { type?: unknown } | null;
    return typeof frame?.type === 'string' && KNOWN.has(frame.type) ? (frame as ServerFrame) : undefined;
  } catch {
    return undefined;
  }
}
