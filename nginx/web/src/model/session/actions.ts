import type { Account, EntryForm, Refusal } from './types.ts';

export type SessionWish =
  | { type: 'show_form'; form: EntryForm }
  | { type: 'sign_up'; username: string; email: string; password: string }
  | { type: 'sign_in'; login: string; password: string }
  | { type: 'sign_out' };

export type SessionHappening =
  | { type: 'session_opened'; account: Account }
  | { type: 'account_changed'; account: Account }
  | { type: 'session_refused'; refusal: Refusal }
  | { type: 'session_delayed'; remark: string }
  /** On purpose, in another tab of this browser. */
  | { type: 'signed_out_elsewhere' }
  | { type: 'session_closed'; remark?: string | undefined };
