/** Long enough for a slow network's answer, short enough for somebody who looks at the page and waits. */
const PROBE_MS = 4_000;

/**
 * Tells whether a socket that claims to be open still is: a network that vanished closes nothing. Silence for a whole
 * beat after a ping counts as a loss; where there is a reason to doubt, a probe finds out at once.
 */
export class Heart {
  #heard = true;
  #beat: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ping: () => void, private readonly silent: () => void) {}

  start(everyMs: number): void {
    this.stop();
    this.#heard = true;
    this.#beat = setInterval(() => {
      if (!this.#heard) {
        this.silent();
        return;
      }
      this.#heard = false;
      this.ping();
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#beat);
    this.heard();
  }

  /** Whatever came is a sign of life. */
  heard(): void {
    this.#heard = true;
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  probe(): void {
    if (this.#deadline === undefined) {
      this.ping();
      this.#deadline = setTimeout(this.silent, PROBE_MS);
    }
  }
}
