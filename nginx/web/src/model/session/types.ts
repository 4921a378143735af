/** Who is signed in. */

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
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
