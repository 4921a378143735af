import type { Change, Outgoing, Timeline } from './timeline-types.ts';

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
  readonly isOwner: boolean;
}

export interface Member {
  readonly userId: number;
  readonly username: string;
  readonly role: string;
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

export type DialogName = 'browse' | 'create' | 'members' | 'remove';

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
  /** The message the remove dialog asks about. */
  readonly removing?: MessageRef | undefined;
  /** The room I asked to leave last: being out of it is no news then. */
  readonly leavingId?: number | undefined;
  readonly busy: boolean;
  readonly refusal?: Refusal | undefined;
}

export interface MessageRef {
  readonly roomId: number;
  readonly seq: number;
}

/** The one message being edited, with what was typed so far. */
export interface Editing extends MessageRef {
  readonly draft: string;
}

/** Everything I wrote and the server has not settled. */
export interface Unsent {
  readonly outgoing: readonly Outgoing[];
  readonly changes: readonly Change[];
  readonly drafts: Readonly<Record<number, string>>;
  readonly editing?: Editing | undefined;
}

export interface State {
  readonly session: Session;
  readonly connection: Connection;
  readonly rooms: Rooms;
  readonly timelines: Readonly<Record<number, Timeline>>;
  readonly editing?: Editing | undefined;
  /** By room, what stands in the composer. */
  readonly drafts: Readonly<Record<number, string>>;
  /** One sentence about something that failed outside any form. */
  readonly trouble?: string | undefined;
}
