import type { ComposingHappening, ComposingWish } from './composing/actions.ts';
import type { ConnectionHappening, ConnectionWish } from './connection/actions.ts';
import type { QuotesHappening, QuotesWish } from './quotes/actions.ts';
import type { RoomsHappening, RoomsWish } from './rooms/actions.ts';
import type { SessionHappening, SessionWish } from './session/actions.ts';
import type { TimelineHappening, TimelineWish } from './timeline/actions.ts';
import type { WritingHappening, WritingWish } from './writing/actions.ts';

/** What a person asks for. Views emit these; `story/` carries them out. */
export type Wish = SessionWish | ConnectionWish | RoomsWish | TimelineWish | WritingWish | QuotesWish | ComposingWish | { type: 'dismiss_trouble' };

/** What happened. `story/` reports these; the reducer turns them into the next state. */
export type Happening =
  | SessionHappening
  | ConnectionHappening
  | RoomsHappening
  | TimelineHappening
  | WritingHappening
  | QuotesHappening
  | ComposingHappening
  | { type: 'trouble'; detail: string };

export type Action = Wish | Happening;
