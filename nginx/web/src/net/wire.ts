import type { Account, Member, Message, Room } from '../model/types.ts';

/** What travels (snake_case, as docs/protocol.md names it) and how it becomes ours. */

export interface WireUser { id: number; username: string; display_name?: string }
export interface WireSession { user: WireUser; token: string; expires_in: number }

export interface WireRoom {
  id: number;
  name: string;
  description?: string;
  type?: string;
  member_count?: number;
  last_seq?: number;
  is_member?: boolean;
}

export interface WireMessage {
  message_id: number;
  room_id: number;
  seq: number;
  user_id: number;
  username: string;
  content: string;
  client_msg_id?: string;
  /** ISO text over REST, unix seconds in a frame (which also has the milliseconds). */
  created_at: string | number;
  created_at_ms?: number;
}

export interface WireMember { user_id: number; username: string; role: string }

export interface WireMessages { messages: WireMessage[]; has_more: boolean }
export interface WireRooms { rooms: WireRoom[]; has_more: boolean }
export interface WireMembers { members: WireMember[]; has_more: boolean }

export function toAccount(user: WireUser): Account {
  return { id: user.id, username: user.username, displayName: user.display_name || user.username };
}

export function toRoom(room: WireRoom): Room {
  return {
    id: room.id,
    name: room.name,
    description: room.description ?? '',
    kind: room.type === 'private' ? 'private' : 'public',
    memberCount: room.member_count ?? 0,
    lastSeq: room.last_seq ?? 0,
    isMember: room.is_member ?? false,
  };
}

export function toMessage(message: WireMessage): Message {
  return {
    id: message.message_id,
    roomId: message.room_id,
    seq: message.seq,
    userId: message.user_id,
    username: message.username,
    content: message.content,
    at: message.created_at_ms ?? toMillis(message.created_at),
    clientMsgId: message.client_msg_id,
  };
}

export function toMember(member: WireMember): Member {
  return { userId: member.user_id, username: member.username, role: member.role };
}

function toMillis(time: string | number): number {
  return typeof time === 'number' ? time * 1_000 : Date.parse(time);
}
