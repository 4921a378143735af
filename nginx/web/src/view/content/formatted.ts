import { html, noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { isFewEmoji, isPlain } from '../../model/content/content.ts';
import { mentionTest } from '../../model/content/names.ts';

/** What is shown of a message. */
export interface Said {
  readonly content: string;
  readonly mentions?: readonly number[] | undefined;
  readonly mentionsRoom?: boolean | undefined;
}

type Rich = typeof import('./rich.ts');
let rich: Rich | undefined;
let coming: Promise<Rich> | undefined;

/** A reader of markdown is larger than the page, and comes after it. */
function load(): Promise<Rich> {
  return (coming ??= import('./rich.ts').then((loaded) => (rich = loaded)).catch((error: unknown) => {
    coming = undefined; // offline, perhaps: asked for again with the next message
    throw error;
  }));
}

class Formatted extends AsyncDirective {
  #said: Said | undefined;

  /** The same words stay the same nodes, whatever else of the row changes. */
  override render(said: Said) {
    if (this.#said && same(this.#said, said)) {
      return noChange;
    }
    this.#said = said;
    if (isFewEmoji(said.content)) {
      return html`<span class="plain large">${said.content}</span>`;
    }
    if (isPlain(said.content)) {
      return plain(said.content);
    }
    if (!rich) {
      void load().then(() => this.#said === said && this.isConnected && this.setValue(formattedNow(said))).catch(() => undefined);
    }
    return formattedNow(said);
  }

  override reconnected() {
    if (this.#said && rich && !isPlain(this.#said.content) && !isFewEmoji(this.#said.content)) {
      this.setValue(formattedNow(this.#said));
    }
  }
}

/** A message's words: markdown, once its reader is there. */
export const formatted = directive(Formatted);

function formattedNow(said: Said) {
  return rich?.nodesOf(said.content, mentionTest(said.mentions, said.mentionsRoom)) ?? plain(said.content);
}

const plain = (content: string) => html`<span class="plain">${content}</span>`;

function same(one: Said, other: Said): boolean {
  return one.content === other.content && one.mentions?.join() === other.mentions?.join() && one.mentionsRoom === other.mentionsRoom;
}
