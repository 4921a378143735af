import type { SettingsPart } from '../model/settings/types.ts';
import { Problem } from '../net/problem.ts';
import { words } from '../words/words.ts';
import type { Tabs } from './device/tabs.ts';
import { attempt, type Story, type World } from './world.ts';

/** Gives the browser a file to keep. */
export type Save = (content: Blob, name: string) => void;

/** What one does with one's own account: its name and password, its sessions, its data, its end. */
export function settingsStory(world: World, tabs: Tabs, save: Save): Story {
  const { me } = world.api;

  /** Does the work, and then what is left to be done here unless whoever asked has left meanwhile. */
  const carryOut = (part: SettingsPart, work: () => Promise<() => void>) => {
    const asking = world.state().session.account?.id;
    return attempt(
      world,
      async () => {
        const finish = await work();
        if (world.state().session.account?.id === asking) {
          world.dispatch({ type: 'settings_done', part });
          finish();
        }
      },
      (problem) => world.dispatch({ type: 'settings_refused', part, refusal: problem.toRefusal() }),
    );
  };

  const devices = async () => {
    const mine = await me.devices();
    return () => world.dispatch({ type: 'devices_loaded', devices: mine });
  };

  return (action, state) => {
    switch (action.type) {
      case 'open_settings':
        void carryOut('devices', devices);
        break;
      case 'change_name':
        void carryOut('name', async () => {
          const account = await me.changeName(action.displayName);
          return () => world.dispatch({ type: 'account_changed', account });
        });
        break;
      case 'change_password':
        void carryOut('password', async () => {
          await me.changePassword(action.current, action.next);
          return devices();
        });
        break;
      case 'end_session':
        void carryOut('session', async () => {
          await me.endSession(action.id);
          return devices();
        });
        break;
      case 'end_other_sessions':
        void carryOut('other_sessions', async () => {
          await me.endOtherSessions();
          return devices();
        });
        break;
      case 'export_data':
        void carryOut(`${action.what}_data`, async () => {
          const copy = await me.export(action.what);
          return () => save(copy, `parley-${action.what}.json`);
        });
        break;
      case 'delete_account': {
        const userId = state.session.account?.id ?? 0;
        void carryOut('deletion', async () => {
          await me.delete(action.password).catch(asWrongPassword);
          tabs.tell({ type: 'signed_out', userId });
          return () => world.dispatch({ type: 'account_deleted' });
        });
        break;
      }
      case 'account_deleted':
        world.dispatch({ type: 'session_closed', remark: words().entry.accountDeleted });
        break;
    }
  };
}

/** A wrong password says 401, too; that is not the end of the session. */
function asWrongPassword(error: unknown): never {
  if (error instanceof Problem && error.code === 'invalid_credentials') {
    const wrong = words().settings.wrongPassword;
    throw new Problem(403, error.code, wrong, { password: wrong });
  }
  throw error;
}
