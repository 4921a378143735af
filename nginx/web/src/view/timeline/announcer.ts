import { words } from '../../words/words.ts';

/** Who listens to a page hears nothing else while it speaks. */
const EVERY_MS = 2_000;
/** Of a long message the beginning is enough to decide whether to go there. */
const LONGEST_SAID = 120;

export interface Heard {
  readonly username: string;
  readonly content: string;
}

/** Tells what arrives, at most once in two seconds: one message as it is, several by their number and the last. */
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
      this.say(announcementOf(this.#count, this.#last));
      this.#count = 0;
      this.#last = undefined;
      this.#pause = setTimeout(() => {
        this.#pause = undefined;
        this.#speak();
      }, EVERY_MS);
    }
  }
}

function announcementOf(count: number, { username, content }: Heard): string {
  const said = [...content];
  const short = said.length > LONGEST_SAID ? `${said.slice(0, LONGEST_SAID).join('')}…` : content;
  return count === 1 ? words().timeline.heardOne(username, short) : words().timeline.heard(count, username, short);
}
