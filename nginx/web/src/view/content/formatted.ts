import { html, noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { isFewEmoji, isPlain } from '../../model/content/content.ts';

/** What is shown of a message. */
export interface Said {
  readonly content: string;
  /** The names in it that mean somebody, in lower case. */
  readonly named: readonly string[];
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
  #skipped = false;

  /** The same words stay the same nodes, whatever else of the row changes. `skipped`: the Tab key does not stop in them. */
  override update({ parentNode }: ChildPart, [said, skipped]: Parameters<this['render']>) {
    if (this.#skipped !== skipped && parentNode instanceof HTMLElement) {
      letStopIn(parentNode, skipped);
    }
    return this.render(said, skipped);
  }

  override render(said: Said, skipped: boolean) {
    this.#skipped = skipped;
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
      void load().then(() => this.#said === said && this.isConnected && this.setValue(this.#now(said))).catch(() => undefined);
    }
    return this.#now(said);
  }

  override reconnected() {
    if (this.#said && rich && !isPlain(this.#said.content) && !isFewEmoji(this.#said.content)) {
      this.setValue(this.#now(this.#said));
    }
  }

  #now(said: Said) {
    const nodes = rich?.nodesOf(said.content, said.named);
    if (nodes instanceof DocumentFragment) {
      letStopIn(nodes, this.#skipped);
    }
    return nodes ?? plain(said.content);
  }
}

/** A message's words: markdown, once its reader is there. */
export const formatted = directive(Formatted);

/** Whether the Tab key stops at links and buttons in them. */
function letStopIn(nodes: ParentNode, skipped: boolean) {
  nodes.querySelectorAll('a').forEach((link) => (link.tabIndex = skipped ? -1 : 0));
  nodes.querySelectorAll('parley-copy-code').forEach((button) => button.toggleAttribute('skipped', skipped));
}

const plain = (content: string) => html`<span class="plain">${content}</span>`;

function same(one: Said, other: Said): boolean {
  return one.content === other.content && one.named.join() === other.named.join();
}
