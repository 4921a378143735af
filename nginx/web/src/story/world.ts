import type { Action } from '../model/actions.ts';
import type { State } from '../model/state.ts';
import type { Api } from '../net/api.ts';
import type { ClientFrame } from '../net/frames.ts';
import { words } from '../words/words.ts';
import { asProblem, type Problem } from '../net/problem.ts';

/** What a story may use. */
export interface World {
  readonly api: Api;
  readonly state: () => State;
  readonly dispatch: (action: Action) => void;
  /** False when there is no live socket. */
  readonly send: (frame: ClientFrame) => boolean;
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly reconnectNow: () => void;
}

/** A story looks at every action, with the state after it, and may set things off. */
export type Story = (action: Action, state: State) => void;

/** Runs work that talks to the server. A session that is over ends everything; other problems go to `refused`. */
export async function attempt(world: World, work: () => Promise<void>, refused: (problem: Problem) => void): Promise<void> {
  const session = world.state().session.account?.id;
  try {
    await work();
  } catch (error) {
    const problem = asProblem(error);
    if (world.state().session.account?.id !== session) {
      return; // an answer for somebody who has left
    }
    if (problem.status === 401 && session !== undefined) {
      world.dispatch({ type: 'session_closed', remark: words().entry.sessionOver });
    } else {
      refused(problem);
    }
  }
}
