/** What I wrote and the server has not settled. */

/** queued: to be sent; sent: not answered yet; waiting: refused for now; failed: refused; acked: committed, not shown yet. */
export type Phase = 'queued' | 'sent' | 'waiting' | 'failed' | 'acked';

/** Why the server refused: the code says it in any language, the sentence is for codes nobody here knows. */
export interface Refused {
  readonly reason: string;
  readonly code?: string | undefined;
}

/** Something of mine the server has not settled. Its id stays the same however often it is tried. */
export interface Task {
  readonly id: string;
  readonly roomId: number;
  readonly phase: Phase;
  /** What the server said when it refused, for now or for good. */
  readonly reason?: string | undefined;
  readonly code?: string | undefined;
}

/** A message of mine that is not known to be committed. Its id is its client_msg_id. */
export interface Outgoing extends Task {
  readonly userId: number;
  readonly username: string;
  readonly content: string;
  readonly at: number;
  /** The message it answers. */
  readonly replyTo?: number | undefined;
}

export type ChangeKind =
  | { readonly kind: 'edit'; readonly content: string }
  | { readonly kind: 'remove' }
  | { readonly kind: 'react'; readonly emoji: string; readonly on: boolean };

/** What I did to a message that is there already. */
export interface Change extends Task {
  readonly seq: number;
  readonly what: ChangeKind;
  /** The change_seq it got, once committed. */
  readonly changeSeq?: number | undefined;
}

export interface MessageRef {
  readonly roomId: number;
  readonly seq: number;
}

/** A message somebody may want to remove, as it was when they were asked: it may leave the page meanwhile. */
export interface Removing extends MessageRef {
  readonly username: string;
  readonly content: string;
  readonly mine: boolean;
}

/** The one message being edited, with what was typed so far. */
export interface Editing extends MessageRef {
  readonly draft: string;
  /** Taken up from an earlier page, and not touched since. */
  readonly restored?: boolean | undefined;
}

/** What stands in a room's composer. */
export interface Draft {
  readonly text: string;
  /** The message it answers. */
  readonly replyTo?: number | undefined;
  /** When it was written, in milliseconds since the epoch: of two, the later one counts. */
  readonly at: number;
  /** It was sent and refused, and is here to be written anew. */
  readonly rewritten?: boolean | undefined;
  /** Written in another tab: it must not change under the cursor of somebody who types here. */
  readonly elsewhere?: boolean | undefined;
}

/** By room. */
export type Drafts = Readonly<Record<number, Draft>>;

/** Everything I wrote and the server has not settled. */
export interface Unsent {
  readonly outgoing: readonly Outgoing[];
  readonly changes: readonly Change[];
  readonly drafts: Drafts;
  readonly editing?: Editing | undefined;
}
