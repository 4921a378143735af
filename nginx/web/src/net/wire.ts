import type { HistoryPage } from '../model/timeline/pages.ts';
import type { Message, Reaction } from '../model/timeline/types.ts';
import type { Account } from '../model/session/types.ts';
import type { Device } from '../model/settings/types.ts';
import type { Member, Room } from '../model/rooms/types.ts';

/** What travels (snake_case, as docs/protocol.md names it) and how it becomes ours. */

export interface WireUser { id: number; username: string; display_name?: string }
export interface WireSession { user: WireUser; token: string; expires_in: number }

export interface WireDevice { id: number; user_agent?: string; last_used_at: string; current: boolean }
export interface WireSessions { sessions: WireDevice[] }

export interface WireRoom {
  id: number;
  name: string;
  description?: string;
  topic?: string;
  type?: string;
  member_count?: number;
  last_seq?: number;
  is_member?: boolean;
  role?: string;
  peer?: { id: number; username: string };
  last_read_seq?: number;
  unread?: number;
  mentions?: number;
  muted?: boolean;
}

export interface WireReaction { emoji: string; count: number; user_ids: number[] }

export interface WireMessage {
  message_id: number;
  room_id: number;
  seq: number;
  change_seq: number;
  user_id: number;
  username: string;
  content: string;
  client_msg_id?: string;
  /** ISO text over REST, unix seconds in a frame (which also has the milliseconds). */
  created_at: string | number;
  created_at_ms?: number;
  edited_at?: string;
  edited_at_ms?: number;
  deleted_at?: string;
  deleted_at_ms?: number;
  reactions?: WireReaction[];
  reply_to?: number;
  mentions?: number[];
  mentions_room?: boolean;
}

export interface WireMember { user_id: number; username: string; role: string }

export interface WireMessages { messages: WireMessage[]; has_more: boolean; through: number }
/** At most one of them: seqs, and a time in ISO text. */
export interface Where { readonly before?: number; readonly after?: number; readonly around?: number; readonly at?: string }
export interface WireRooms { rooms: WireRoom[]; has_more: boolean }
export interface WireMembers { members: WireMember[]; has_more: boolean }

export function toAccount(user: WireUser): Account {
  return { id: user.id, username: user.username, displayName: user.display_name || user.username };
}

export function toDevice(device: WireDevice): Device {
  return { id: device.id, userAgent: device.user_agent ?? '', lastUsedAt: Date.parse(device.last_used_at), current: device.current };
}

export function toRoom(room: WireRoom): Room {
  return {
    id: room.id,
    name: room.name,
    description: room.description ?? '',
    topic: room.topic,
    kind: room.type === 'private' || room.type === 'direct' ? room.type : 'public',
    memberCount: room.member_count ?? 0,
    lastSeq: room.last_seq ?? 0,
    isMember: room.is_member ?? false,
    isOwner: room.role === 'owner',
    peer: room.peer,
    lastReadSeq: room.last_read_seq,
    unread: room.unread,
    mentions: room.mentions,
    muted: room.muted,
  };
}

export function toMessage(message: WireMessage): Message {
  return {
    id: message.message_id,
    roomId: message.room_id,
    seq: message.seq,
    changeSeq: message.change_seq,
    userId: message.user_id,
    username: message.username,
    content: message.content,
    at: message.created_at_ms ?? toMillis(message.created_at) ?? 0,
    clientMsgId: message.client_msg_id,
    editedAt: message.edited_at_ms ?? toMillis(message.edited_at),
    deletedAt: message.deleted_at_ms ?? toMillis(message.deleted_at),
    reactions: message.reactions?.map(toReaction),
    replyTo: message.reply_to,
    mentions: message.mentions,
    mentionsRoom: message.mentions_room,
  };
}

/** `has_more` speaks of the direction of the question; around a message that is the older side, and half of the page is for the newer. */
export function toPage({ messages, has_more: hasMore, through }: WireMessages, { before, after, around, at }: Where, limit: number): HistoryPage {
  const page = { messages: messages.map(toMessage), through };
  if (before !== undefined) {
    return { ...page, hasOlder: hasMore };
  }
  if (after !== undefined) {
    return { ...page, hasNewer: hasMore };
  }
  if (around !== undefined) {
    return { ...page, hasOlder: hasMore, hasNewer: messages.filter(({ seq }) => seq > around).length >= Math.floor(limit / 2) };
  }
  if (at !== undefined) {
    // Nothing says how a page from a time lies: its first seq tells of older ones, and asking tells of newer ones.
    return messages.length === 0 ? page : { ...page, hasOlder: messages.at(-1)!.seq > 1, hasNewer: true };
  }
  return { ...page, hasOlder: hasMore, hasNewer: false };
}

function toReaction({ emoji, count, user_ids }: WireReaction): Reaction {
  return { emoji, count, userIds: user_ids };
}

export function toMember(member: WireMember): Member {
  return { userId: member.user_id, username: member.username, role: member.role };
}

function toMillis(time: string | number | undefined): number | undefined {
  return typeof time === 'string' ? Date.parse(time) : time && time * 1_000;
}

/** Some of what there is, and whether there is more. */
export interface Page<T> { readonly items: readonly T[]; readonly hasMore: boolean }

/** The part of an address after the question mark; what is absent or empty is left out. */
export function parameters(values: Record<string, string | number | undefined>): URLSearchParams {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
}
