import type { Action } from './actions.ts';
import { reduce } from './reducer.ts';
import type { State } from './state.ts';

export type Listener = (state: State, action: Action) => void;

/**
 * Holds the one state. Listeners are told in the order of the actions, each with the state right after its
 * action, also when a listener dispatches another one meanwhile.
 */
export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];
  readonly #queue: Action[] = [];
  #running = false;

  constructor(initial: State) {
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
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
        this.#state = reduce(this.#state, next);
        for (const listener of this.#listeners) {
          listener(this.#state, next);
        }
      }
    } finally {
      this.#running = false;
    }
  };
}
