import type { Action } from '../actions.ts';
import type { Session } from './types.ts';

export const initialSession: Session = { phase: 'resuming', form: 'sign_in', busy: false };

export function reduceSession(session: Session, action: Action): Session {
  switch (action.type) {
    case 'show_form':
      return { ...session, form: action.form, refusal: undefined, remark: undefined };
    case 'sign_in':
    case 'sign_up':
      return { ...session, busy: true, refusal: undefined, remark: undefined };
    case 'session_opened':
      return { ...session, phase: 'signed_in', busy: false, account: action.account, refusal: undefined, remark: undefined };
    case 'account_changed':
      return { ...session, account: action.account };
    case 'session_refused':
      return { ...session, busy: false, refusal: action.refusal };
    case 'session_delayed':
      return { ...session, remark: action.remark };
    case 'session_closed':
      return { ...initialSession, phase: 'signed_out', remark: action.remark };
    default:
      return session;
  }
}
