import type { Action } from './actions.ts';
import { reduce } from './reducer.ts';
import type { State } from './state.ts';

export type Listener = (state: State, action: Action) => void;

/**
 * Holds the one state. Listeners are told in the order of the actions, each with the state right after its
 * action, also when a listener dispatches another one meanwhile. What goes wrong in one of them is reported and keeps
 * nothing from the others, nor from the actions that follow: frames come by the dozen, and each counts.
 */
export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];
  readonly #queue: Action[] = [];
  #running = false;

  constructor(initial: State, private readonly report: (error: unknown) => void) {
    this.#state = initial;
  }

  get state(): State {
    return this.#state;
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  dispatch = (action: Action): void => {
    this.#queue.push(action);
    if (this.#running) {
      return;
    }
    this.#running = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      this.#carryOut(next);
    }
    this.#running = false;
  };

  #carryOut(action: Action): void {
    if (this.#tried(() => (this.#state = reduce(this.#state, action)))) {
      this.#listeners.forEach((listener) => this.#tried(() => listener(this.#state, action)));
    }
  }

  #tried(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.report(error);
      return false;
    }
  }
}
