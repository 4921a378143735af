import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width below which one pane is shown at a time; style sheets say the same. */
const NARROW = matchMedia('(max-width: 720px)');

/** Whether there is room for one pane only, followed while the element is on the page. */
export class Narrow implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get matches(): boolean {
    return NARROW.matches;
  }

  hostConnected() {
    NARROW.addEventListener('change', this.#changed);
  }

  hostDisconnected() {
    NARROW.removeEventListener('change', this.#changed);
  }

  readonly #changed = () => this.host.requestUpdate();
}
