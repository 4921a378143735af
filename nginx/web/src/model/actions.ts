import type { ComposingHappening, ComposingWish } from './composing/actions.ts';
import type { ConnectionHappening, ConnectionWish } from './connection/actions.ts';
import type { InvitationsHappening, InvitationsWish } from './invitations/actions.ts';
import type { PreferencesHappening, PreferencesWish } from './preferences/actions.ts';
import type { RecalledHappening } from './recalled/actions.ts';
import type { ReadingHappening, ReadingWish } from './reading/actions.ts';
import type { QuotesHappening, QuotesWish } from './quotes/actions.ts';
import type { RoomsHappening, RoomsWish } from './rooms/actions.ts';
import type { RosterHappening, RosterWish } from './roster/actions.ts';
import type { SessionHappening, SessionWish } from './session/actions.ts';
import type { SettingsHappening, SettingsWish } from './settings/actions.ts';
import type { TimelineHappening, TimelineWish } from './timeline/actions.ts';
import type { TypingHappening } from './typing/actions.ts';
import type { WritingHappening, WritingWish } from './writing/actions.ts';

/** What a person asks for. Views emit these; `story/` carries them out. */
export type Wish =
  | SessionWish
  | ConnectionWish
  | ComposingWish
  | PreferencesWish
  | InvitationsWish
  | QuotesWish
  | ReadingWish
  | RoomsWish
  | RosterWish
  | SettingsWish
  | TimelineWish
  | WritingWish
  | { type: 'dismiss_trouble' };

/** What happened. `story/` reports these; the reducer turns them into the next state. */
export type Happening =
  | SessionHappening
  | ConnectionHappening
  | PreferencesHappening
  | InvitationsHappening
  | RoomsHappening
  | RecalledHappening
  | RosterHappening
  | TypingHappening
  | ReadingHappening
  | SettingsHappening
  | TimelineHappening
  | WritingHappening
  | QuotesHappening
  | ComposingHappening
  | { type: 'trouble'; detail: string };

export type Action = Wish | Happening;
