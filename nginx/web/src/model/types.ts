/** The one shape of what the browser knows. Everything is read-only: only the reducer makes new states. */

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
}

export type RoomKind = 'public' | 'private';

export interface Room {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly kind: RoomKind;
  readonly memberCount: number;
  readonly lastSeq: number;
  readonly isMember: boolean;
}

export interface Member {
  readonly userId: number;
  readonly username: string;
  readonly role: string;
}

/** A message the server has committed: it has a place (`seq`) in its room. */
export interface Message {
  readonly id: number;
  readonly roomId: number;
  readonly seq: number;
  readonly userId: number;
  readonly username: string;
  readonly content: string;
  /** Milliseconds since the epoch, by the server's clock. */
  readonly at: number;
  readonly clientMsgId?: string | undefined;
}

/** A message of mine that is not known to be committed. Its id stays the same however often it is tried. */
export interface Outgoing {
  readonly clientMsgId: string;
  readonly roomId: number;
  readonly userId: number;
  readonly username: string;
  readonly content: string;
  readonly at: number;
  /** Why it was not sent; absent while it is under way. */
  readonly failure?: string | undefined;
}

/** Somebody came or went, shown after the message that was last then. */
export interface Notice {
  readonly userId: number;
  readonly username: string;
  readonly came: boolean;
  readonly afterSeq: number;
}

export interface Timeline {
  /** By seq, each once. */
  readonly messages: readonly Message[];
  /** In the order of sending. */
  readonly outgoing: readonly Outgoing[];
  readonly notices: readonly Notice[];
  /** The newest page was read once; before that nothing can be said about gaps. */
  readonly loaded: boolean;
  readonly loadingOlder: boolean;
  readonly hasOlder: boolean;
  /** The highest seq known to exist. */
  readonly headSeq: number;
  readonly problem?: string | undefined;
}

/** What a form shows when the server said no. */
export interface Refusal {
  readonly detail: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type SessionPhase = 'resuming' | 'signed_out' | 'signed_in';
export type EntryForm = 'sign_in' | 'sign_up';

export interface Session {
  readonly phase: SessionPhase;
  readonly form: EntryForm;
  readonly busy: boolean;
  readonly account?: Account | undefined;
  readonly refusal?: Refusal | undefined;
  /** Said on the resuming screen, or above the sign-in form after a session ended by itself. */
  readonly remark?: string | undefined;
}

export type ConnectionStatus = 'connecting' | 'live' | 'offline';

export interface Connection {
  readonly status: ConnectionStatus;
  /** True once this page was live, so that a first connect is not called a reconnect. */
  readonly wasLive: boolean;
}

export type DialogName = 'browse' | 'create' | 'members';

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
  /** Opened since this page was loaded: the socket is in these. */
  readonly visited: readonly number[];
  readonly unseen: Readonly<Record<number, number>>;
  readonly members: Readonly<Record<number, readonly Member[]>>;
  readonly directory: Directory;
  readonly dialog?: DialogName | undefined;
  readonly busy: boolean;
  readonly refusal?: Refusal | undefined;
}

export interface State {
  readonly session: Session;
  readonly connection: Connection;
  readonly rooms: Rooms;
  readonly timelines: Readonly<Record<number, Timeline>>;
  /** One sentence about something that failed outside any form. */
  readonly trouble?: string | undefined;
}
