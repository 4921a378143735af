import type { Refusal } from '../session/types.ts';
import type { Device, SettingsPart } from './types.ts';

export type SettingsWish =
  | { type: 'open_settings' }
  | { type: 'close_settings' }
  | { type: 'change_name'; displayName: string }
  | { type: 'change_password'; current: string; next: string }
  | { type: 'end_session'; id: number }
  | { type: 'end_other_sessions' }
  | { type: 'export_data'; what: 'account' | 'messages' }
  | { type: 'delete_account'; password: string };

export type SettingsHappening =
  | { type: 'devices_loaded'; devices: readonly Device[] }
  /** For good; this was its last page. */
  | { type: 'account_deleted' }
  | { type: 'settings_done'; part: SettingsPart }
  | { type: 'settings_refused'; part: SettingsPart; refusal: Refusal };
