import type { Invitation, Preview } from '../model/invitations/types.ts';
import type { Member, Room } from '../model/rooms/types.ts';
import type { Caller } from './me.ts';
import { parameters, toMember, toRoom, type Page, type WireMembers, type WireRoom } from './wire.ts';

interface WireInvitation { id: number; expires_at: string; max_uses?: number; uses: number }
interface WireMade extends WireInvitation { path: string }
interface WirePreview { room: WireRoom; expires_at: string; is_member: boolean }

/** As many as the server gives at once: who completes a name asks once, and finds it in the middle of others too. */
const MEMBERS = 100;

/** Settings, members and invitations of rooms, and rooms of two. Every method throws a Problem, never anything else. */
export class RoomsApi {
  constructor(private readonly api: Pick<Caller, 'call'>) {}

  /** The one room of that person and me. */
  async direct(userId: number): Promise<Room> {
    return toRoom(await this.api.call<WireRoom>('POST', '/rooms', { type: 'direct', user_id: userId }));
  }

  async change(roomId: number, what: { name: string; topic: string; description: string }): Promise<Room> {
    return toRoom(await this.api.call<WireRoom>('PATCH', `/rooms/${roomId}`, what));
  }

  async mute(roomId: number, muted: boolean): Promise<Room> {
    return toRoom(await this.api.call<WireRoom>('PUT', `/rooms/${roomId}/mute`, { muted }));
  }

  /** Members whose names begin so; `after` is the last one's id. */
  async members(roomId: number, query: string, after?: number): Promise<Page<Member>> {
    const page = await this.api.call<WireMembers>('GET', `/rooms/${roomId}/members?${parameters({ query, after, limit: MEMBERS })}`);
    return { items: page.members.map(toMember), hasMore: page.has_more };
  }

  async removeMember(roomId: number, userId: number): Promise<void> {
    await this.api.call('DELETE', `/rooms/${roomId}/members/${userId}`);
  }

  async invite(roomId: number, expiresInS: number, maxUses?: number): Promise<{ invitation: Invitation; path: string }> {
    const body = maxUses === undefined ? { expires_in: expiresInS } : { expires_in: expiresInS, max_uses: maxUses };
    const made = await this.api.call<WireMade>('POST', `/rooms/${roomId}/invitations`, body);
    return { invitation: toInvitation(made), path: made.path };
  }

  async invitations(roomId: number): Promise<readonly Invitation[]> {
    return (await this.api.call<{ invitations: WireInvitation[] }>('GET', `/rooms/${roomId}/invitations`)).invitations.map(toInvitation);
  }

  async withdraw(roomId: number, id: number): Promise<void> {
    await this.api.call('DELETE', `/rooms/${roomId}/invitations/${id}`);
  }

  /** The token travels in the body, so that no log has it. */
  async lookUp(token: string): Promise<Preview> {
    const { room, expires_at: expiresAt, is_member: isMember } = await this.api.call<WirePreview>('POST', '/invitations/lookup', { token });
    const { id: roomId, name, description, kind, memberCount } = toRoom(room);
    return { roomId, name, description, kind, memberCount, expiresAt: Date.parse(expiresAt), isMember };
  }

  async accept(token: string): Promise<Room> {
    return toRoom(await this.api.call<WireRoom>('POST', '/invitations/accept', { token }));
  }
}

function toInvitation({ id, expires_at: expiresAt, max_uses: maxUses, uses }: WireInvitation): Invitation {
  return { id, expiresAt: Date.parse(expiresAt), maxUses, uses };
}
