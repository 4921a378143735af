import type { Action } from '../actions.ts';
import type { Settings, SettingsPart } from './types.ts';

export const initialSettings: Settings = { open: false };

export function reduceSettings(settings: Settings, action: Action): Settings {
  switch (action.type) {
    case 'open_settings':
      return { open: true, devices: settings.devices };
    case 'close_settings':
    case 'open_room':
    case 'close_room':
      return settings.open ? { ...settings, open: false } : settings;
    case 'change_name':
      return underWay(settings, 'name');
    case 'change_password':
      return underWay(settings, 'password');
    case 'end_session':
      return underWay(settings, 'session');
    case 'end_other_sessions':
      return underWay(settings, 'other_sessions');
    case 'export_data':
      return underWay(settings, `${action.what}_data`);
    case 'delete_account':
      return underWay(settings, 'deletion');
    case 'open_dialog':
      return { ...settings, refused: undefined };
    case 'devices_loaded':
      // This one first; the others by their last use, as they come.
      return { ...settings, devices: [...action.devices].sort((a, b) => Number(b.current) - Number(a.current)) };
    case 'settings_done':
      return { ...settings, busy: idle(settings, action.part), done: action.part === 'devices' ? settings.done : action.part };
    case 'settings_refused':
      return { ...settings, busy: idle(settings, action.part), refused: { part: action.part, refusal: action.refusal } };
    default:
      return settings;
  }
}

function underWay(settings: Settings, part: SettingsPart): Settings {
  return { ...settings, busy: part, done: undefined, refused: undefined };
}

/** The devices are asked for beside whatever else is under way. */
function idle({ busy }: Settings, part: SettingsPart): SettingsPart | undefined {
  return busy === part ? undefined : busy;
}
