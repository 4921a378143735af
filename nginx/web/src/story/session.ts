import { pauseOf } from '../model/connection/backoff.ts';
import type { Account } from '../model/session/types.ts';
import { asProblem } from '../net/problem.ts';
import { words } from '../words/words.ts';
import type { Tabs } from './device/tabs.ts';
import { attempt, type Story, type World } from './world.ts';

/** Signing up, in and out, and picking up the session this browser still has. */
export function sessionStory(world: World, tabs: Tabs): Story {
  tabs.on('signed_out', ({ userId }) => {
    if (world.state().session.account?.id === userId) {
      world.dispatch({ type: 'signed_out_elsewhere' });
    }
  });

  const open = (entering: Promise<Account>) =>
    attempt(
      world,
      async () => world.dispatch({ type: 'session_opened', account: await entering }),
      (problem) => world.dispatch({ type: 'session_refused', refusal: problem.toRefusal() }),
    );

  return (action, state) => {
    switch (action.type) {
      case 'sign_up':
        void open(world.api.register(action.username, action.email, action.password));
        break;
      case 'sign_in':
        void open(world.api.login(action.login, action.password));
        break;
      case 'session_opened':
        world.connect();
        break;
      case 'sign_out':
        if (state.session.account) {
          tabs.tell({ type: 'signed_out', userId: state.session.account.id });
        }
        world.api.logout();
        world.dispatch({ type: 'session_closed' });
        break;
      case 'signed_out_elsewhere':
        world.dispatch({ type: 'session_closed', remark: words().entry.signedOutElsewhere });
        break;
      case 'session_closed':
        world.disconnect();
        world.api.forget();
        break;
      case 'reconnect_now':
        world.reconnectNow();
        break;
    }
  };
}

/**
 * Opens the session of the refresh cookie, or the sign-in form. Waits for a server that is not there yet; what is returned
 * does not wait out the pause, unless the server asked for it.
 */
export function resumeSession(world: World): () => void {
  let attempts = 0;
  let next: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;

  const resume = async () => {
    clearTimeout(next);
    next = undefined;
    try {
      world.dispatch({ type: 'session_opened', account: await world.api.resume() });
    } catch (error) {
      const problem = asProblem(error);
      if (problem.isTemporary) {
        world.dispatch({ type: 'session_delayed', remark: problem.message });
        isHeld = problem.retryAfterMs !== undefined;
        next = setTimeout(() => void resume(), pauseOf(attempts++, problem.retryAfterMs));
      } else {
        world.dispatch({ type: 'session_closed' });
      }
    }
  };

  void resume();
  return () => {
    if (next !== undefined && !isHeld) {
      void resume();
    }
  };
}
