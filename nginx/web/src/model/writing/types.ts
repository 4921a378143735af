/** What I wrote and the server has not settled. */

/** queued: to be sent; sent: not answered yet; waiting: refused for now; failed: refused; acked: committed, not shown yet. */
export type Phase = 'queued' | 'sent' | 'waiting' | 'failed' | 'acked';

/** Something of mine the server has not settled. Its id stays the same however often it is tried. */
export interface Task {
  readonly id: string;
  readonly roomId: number;
  readonly phase: Phase;
  /** What the server said when it refused, for now or for good. */
  readonly reason?: string | undefined;
}

/** A message of mine that is not known to be committed. Its id is its client_msg_id. */
export interface Outgoing extends Task {
  readonly userId: number;
  readonly username: string;
  readonly content: string;
  readonly at: number;
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
