import type { People } from './composing/actions.ts';
import type { Connection } from './connection/types.ts';
import type { Names } from './content/names.ts';
import type { Invitations } from './invitations/types.ts';
import type { Language } from '../words/words.ts';
import type { Preferences } from './preferences/types.ts';
import type { Recalled } from './recalled/types.ts';
import type { Reading } from './reading/types.ts';
import type { Rooms } from './rooms/types.ts';
import type { Roster } from './roster/types.ts';
import type { Session } from './session/types.ts';
import type { Settings } from './settings/types.ts';
import type { Typing } from './typing/types.ts';
import type { Timeline } from './timeline/types.ts';
import type { Drafts, Editing } from './writing/types.ts';

/** The one shape of what the browser knows. Everything is read-only: only the reducer makes new states. */

export interface State {
  readonly preferences: Preferences;
  /** Of the words on the page. */
  readonly language: Language;
  readonly session: Session;
  readonly connection: Connection;
  readonly rooms: Rooms;
  readonly invitations: Invitations;
  readonly roster?: Roster | undefined;
  readonly typing: Typing;
  readonly reading: Reading;
  readonly settings: Settings;
  readonly recalled: Recalled;
  readonly timelines: Readonly<Record<number, Timeline>>;
  readonly editing?: Editing | undefined;
  /** By room, what stands in the composer. */
  readonly drafts: Drafts;
  /** By room, members who were looked for to be mentioned. */
  readonly people: People;
  readonly names: Names;
  /** One sentence about something that failed outside any form. */
  readonly trouble?: string | undefined;
}
