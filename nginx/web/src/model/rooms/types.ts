import type { Refusal } from '../session/types.ts';
import type { Removing } from '../writing/types.ts';

export type RoomKind = 'public' | 'private' | 'direct';

export interface Room {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  /** What it is about today. */
  readonly topic?: string | undefined;
  readonly kind: RoomKind;
  readonly memberCount: number;
  readonly lastSeq: number;
  readonly isMember: boolean;
  readonly isOwner: boolean;
  /** Who the other one is, in a direct room, which has no name. */
  readonly peer?: Peer | undefined;
  /** How far I have read, and what I have not, as far as the server counts; absent from one that does not. */
  readonly lastReadSeq?: number | undefined;
  readonly unread?: number | undefined;
  /** Those of them that mention me. */
  readonly mentions?: number | undefined;
  readonly muted?: boolean | undefined;
}

export interface Peer {
  readonly id: number;
  readonly username: string;
}

export interface Member {
  readonly userId: number;
  readonly username: string;
  readonly role: string;
}

export type DialogName = 'browse' | 'create' | 'members' | 'details' | 'leave' | 'invitations' | 'invitation' | 'offer' | 'remove' | 'switcher' | 'keys' | 'delete_account';

/** A room an address led to, and I am no member of. */
export interface Offer {
  readonly room: Room;
  /** The message it led to. */
  readonly seq?: number | undefined;
}

export interface Directory {
  readonly query: string;
  readonly rooms: readonly Room[];
  readonly hasMore: boolean;
  readonly loading: boolean;
}

export interface Rooms {
  readonly mine: readonly Room[];
  readonly loaded: boolean;
  readonly currentId?: number | undefined;
  /** Opened since this page was loaded, the last one last: the socket is in these. */
  readonly visited: readonly number[];
  /** The socket is in these too, so that what is new in them is known. */
  readonly followed: readonly number[];
  readonly members: Readonly<Record<number, readonly Member[]>>;
  readonly directory: Directory;
  readonly dialog?: DialogName | undefined;
  readonly offered?: Offer | undefined;
  /** The message the remove dialog asks about. */
  readonly removing?: Removing | undefined;
  /** The room I asked to leave last: being out of it is no news then. */
  readonly leavingId?: number | undefined;
  readonly busy: boolean;
  readonly refusal?: Refusal | undefined;
}
