import { words } from '../../words/words.ts';

/** Who listens to a page hears nothing else while it speaks. */
const EVERY_MS = 2_000;
/** In a busy room what is said of it must not queue up behind what is read. */
const BUSY_MS = 10_000;
/** Of a long message the beginning is enough to decide whether to go there. */
const LONGEST_SAID = 120;

export interface Heard {
  readonly username: string;
  readonly content: string;
}

/** Tells what arrives: one message as it is, at most once in two seconds, several by their number alone, and then nothing for ten. */
export class Announcer {
  #count = 0;
  #last: Heard | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly say: (text: string) => void) {}

  heard(count: number, last: Heard): void {
    this.#count += count;
    this.#last = last;
    if (this.#pause === undefined) {
      this.#speak();
    }
  }

  /** What was not said yet is not said any more. */
  stop(): void {
    clearTimeout(this.#pause);
    this.#pause = this.#last = undefined;
    this.#count = 0;
  }

  #speak(): void {
    if (this.#last) {
      const pauseMs = this.#count > 1 ? BUSY_MS : EVERY_MS;
      this.say(announcementOf(this.#count, this.#last));
      this.#count = 0;
      this.#last = undefined;
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        this.#speak();
      }, pauseMs);
    }
  }
}

function announcementOf(count: number, { username, content }: Heard): string {
  const said = [...content];
  const short = said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID).join('')}…` : content;
  return count === 1 ? words().timeline.heardOne(username, short) : words().timeline.heard(count);
}
