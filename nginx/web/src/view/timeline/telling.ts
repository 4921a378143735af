import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { Timeline } from '../../model/timeline/types.ts';
import { words } from '../../words/words.ts';
import { Announcer } from './announcer.ts';

/** How long a remark stays on the screen. */
const REMARK_MS = 4_000;

/** Says what happened in the list, to those who listen and, in a remark, to those who look. */
export class Telling {
  #remark: string | undefined;
  #forgetting: ReturnType<typeof setTimeout> | undefined;
  readonly #announcer = new Announcer((text) => this.#say(text));

  constructor(private readonly host: ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment }) {}

  compare(before: Timeline, now: Timeline): void {
    if (now.arrivals > before.arrivals && now.newest) {
      this.#announcer.heard(now.arrivals - before.arrivals, now.newest);
    }
    if (now.copied && now.copied !== before.copied) {
      this.#remark = words().timeline.linkCopied;
      this.#say(this.#remark);
      clearTimeout(this.#forgetting);
      this.#forgetting = setTimeout(() => this.#forget(), REMARK_MS);
    }
  }

  /** Another room, or none. */
  stop(): void {
    this.#announcer.stop();
    clearTimeout(this.#forgetting);
    this.#remark = undefined;
  }

  remark() {
    return this.#remark ? html`<p class="bar" data-testid="remark">${this.#remark}</p>` : nothing;
  }

  /** Where it is said; what is in it is put there by hand. */
  voice() {
    return html`<p class="unseen-text" aria-live="polite" aria-atomic="true" data-testid="announcer"></p>`;
  }

  #forget(): void {
    this.#remark = undefined;
    this.host.requestUpdate();
  }

  /** A text like the one before would not be told again. */
  #say(text: string): void {
    const voice = this.host.renderRoot.querySelector('[aria-live=polite]');
    if (voice) {
      voice.textContent = voice.textContent === text ? `${text}\u00a0` : text;
    }
  }
}
