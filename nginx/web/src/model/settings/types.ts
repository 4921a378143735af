import type { Refusal } from '../session/types.ts';

/** One place somebody is signed in. */
export interface Device {
  readonly id: number;
  readonly userAgent: string;
  readonly lastUsedAt: number;
  /** The one this page runs on. */
  readonly current: boolean;
}

/** What can be under way, done or refused on the settings page. */
export type SettingsPart =
  | 'name' | 'password' | 'devices' | 'session' | 'other_sessions' | 'account_data' | 'messages_data' | 'deletion';

export interface Settings {
  readonly open: boolean;
  readonly devices?: readonly Device[] | undefined;
  readonly busy?: SettingsPart | undefined;
  readonly done?: SettingsPart | undefined;
  readonly refused?: { readonly part: SettingsPart; readonly refusal: Refusal } | undefined;
}
