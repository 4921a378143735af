import type { RoomKind } from '../rooms/types.ts';
import type { Refusal } from '../session/types.ts';

/** A way into a room. Its token is known to whoever made it, once. */
export interface Invitation {
  readonly id: number;
  readonly expiresAt: number;
  readonly maxUses?: number | undefined;
  readonly uses: number;
}

/** What an invitation somebody was given opens. */
export interface Preview {
  readonly roomId: number;
  readonly name: string;
  readonly description: string;
  readonly kind: RoomKind;
  readonly memberCount: number;
  readonly expiresAt: number;
  readonly isMember: boolean;
}

export interface Invitations {
  /** Those to the open room, for its owner. */
  readonly list: readonly Invitation[];
  readonly loading: boolean;
  /** The path of the one that was made last. */
  readonly madePath?: string | undefined;
  /** One that I was given, and what it opens as far as it is known. */
  readonly token?: string | undefined;
  readonly preview?: Preview | undefined;
  readonly refusal?: Refusal | undefined;
}
