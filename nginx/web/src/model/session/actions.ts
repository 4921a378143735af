import type { Account, EntryForm, Refusal } from './types.ts';

export type SessionWish =
  | { type: 'show_form'; form: EntryForm }
  | { type: 'sign_up'; username: string; email: string; password: string }
  | { type: 'sign_in'; login: string; password: string }
  | { type: 'sign_out' };

export type SessionHappening =
  | { type: 'session_opened'; account: Account }
  | { type: 'session_refused'; refusal: Refusal }
  | { type: 'session_delayed'; remark: string }
  | { type: 'session_closed'; remark?: string | undefined };
