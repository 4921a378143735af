import type { People } from './composing/actions.ts';
import type { Connection } from './connection/types.ts';
import type { Rooms } from './rooms/types.ts';
import type { Session } from './session/types.ts';
import type { Timeline } from './timeline/types.ts';
import type { Drafts, Editing } from './writing/types.ts';

/** The one shape of what the browser knows. Everything is read-only: only the reducer makes new states. */

export interface State {
  readonly session: Session;
  readonly connection: Connection;
  readonly rooms: Rooms;
  readonly timelines: Readonly<Record<number, Timeline>>;
  readonly editing?: Editing | undefined;
  /** By room, what stands in the composer. */
  readonly drafts: Drafts;
  /** By room, members who were looked for to be mentioned. */
  readonly people: People;
  /** One sentence about something that failed outside any form. */
  readonly trouble?: string | undefined;
}
