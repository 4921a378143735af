import type { Account } from '../model/session/types.ts';
import type { Device } from '../model/settings/types.ts';
import { toAccount, toDevice, type WireSession, type WireSessions, type WireUser } from './wire.ts';

/** What of the Api this needs. */
export interface Caller {
  call<T>(method: string, path: string, body?: unknown): Promise<T>;
  fetch(path: string): Promise<Response>;
  opened(session: WireSession): Account;
}

/** What somebody may ask about themselves. Every method throws a Problem, never anything else. */
export class Me {
  constructor(private readonly api: Caller) {}

  async changeName(displayName: string): Promise<Account> {
    return toAccount(await this.api.call<WireUser>('PATCH', '/users/me', { display_name: displayName }));
  }

  /** Ends all other sessions; this one goes on with other tokens. */
  async changePassword(current: string, next: string): Promise<void> {
    this.api.opened(await this.api.call<WireSession>('PUT', '/users/me/password', { current_password: current, new_password: next }));
  }

  async devices(): Promise<readonly Device[]> {
    return (await this.api.call<WireSessions>('GET', '/users/me/sessions')).sessions.map(toDevice);
  }

  async endSession(id: number): Promise<void> {
    await this.api.call('DELETE', `/users/me/sessions/${id}`);
  }

  async endOtherSessions(): Promise<void> {
    await this.api.call('DELETE', '/users/me/sessions?keep_current=true');
  }

  async export(what: 'account' | 'messages'): Promise<Blob> {
    return (await this.api.fetch(what === 'account' ? '/users/me/export' : '/messages/export')).blob();
  }

  async delete(password: string): Promise<void> {
    await this.api.call('DELETE', '/users/me', { password });
  }
}
