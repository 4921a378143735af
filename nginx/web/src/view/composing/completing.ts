import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { isOfInputMethod } from '../../model/composing/keys.ts';
import { findEmoji, namedEmoji } from '../../model/composing/emoji.ts';
import { tokenAt, wholeEmojiAt, type Token } from '../../model/composing/tokens.ts';
import { words } from '../../words/words.ts';
import { emojiData } from './emoji-data.ts';
import { replaceText } from './typing.ts';

/** So many fit above a composer on a phone. */
const SHOWN = 8;

export interface Suggestion {
  readonly key: string;
  /** What is shown in front: a picture, or a sign. */
  readonly sign: string;
  readonly label: string;
  readonly insert: string;
}

/** Where people come from: those who are known at once, and others when they were found. */
export interface People {
  known(query: string, limit: number): readonly Suggestion[];
  find(query: string): void;
}

/**
 * Completes names of people and emoji in a text area. A text area may not be a combobox, so it stays a text box that
 * names its list (aria-controls) and its choice in it (aria-activedescendant); the list opens by itself and is told
 * politely. Nothing is chosen until an arrow key does it: Enter sends as ever, and Tab takes the first.
 */
export class Completing implements ReactiveController {
  #token: Token | undefined;
  #found: readonly Suggestion[] = [];
  #active: number | undefined;
  /** Escape closed it here; it stays so until another token is typed. */
  #closedAt: number | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly area: () => HTMLTextAreaElement | null,
    private readonly people: People,
  ) {
    host.addController(this);
  }

  /** People came to be known. */
  hostUpdate(): void {
    if (this.#token?.kind === 'person') {
      this.#show(this.people.known(this.#token.query, SHOWN));
    }
  }

  get isOpen(): boolean {
    return this.#found.length > 0;
  }

  /** For the text area's aria-controls and aria-activedescendant. */
  get listId(): string | undefined {
    return this.isOpen ? 'completions' : undefined;
  }

  get activeId(): string | undefined {
    return this.isOpen && this.#active !== undefined ? `completion-${this.#active}` : undefined;
  }

  /** After every input, and whenever the caret may have moved. */
  look(): void {
    const area = this.area();
    if (!area) {
      return;
    }
    const caret = area.selectionStart === area.selectionEnd ? area.selectionStart : -1;
    const token = caret < 0 ? undefined : tokenAt(area.value, caret);
    if (token?.from !== this.#closedAt) {
      this.#closedAt = undefined;
    }
    if (token?.query !== this.#token?.query || token?.from !== this.#token?.from) {
      this.#active = undefined;
    }
    this.#token = this.#closedAt === undefined ? token : undefined;
    if (!this.#token) {
      this.#show([]);
      void this.#completeWhole(area, caret);
    } else if (this.#token.kind === 'person') {
      this.#show(this.people.known(this.#token.query, SHOWN));
      this.people.find(this.#token.query);
    } else {
      void this.#findEmoji(this.#token);
    }
    this.host.requestUpdate();
  }

  close(): void {
    this.#token = undefined;
    this.#show([]);
    this.host.requestUpdate();
  }

  /** True when the key was for the list. */
  onKey(event: KeyboardEvent): boolean {
    if (!this.isOpen || isOfInputMethod(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return false;
    }
    const count = this.#found.length;
    switch (event.key) {
      case 'ArrowDown':
        this.#active = this.#active === undefined ? 0 : (this.#active + 1) % count;
        break;
      case 'ArrowUp':
        this.#active = ((this.#active ?? count) - 1 + count) % count;
        break;
      case 'Enter':
        if (this.#active === undefined) {
          return false;
        }
        this.#accept(this.#active);
        break;
      case 'Tab':
        this.#accept(this.#active ?? 0);
        break;
      case 'Escape':
        this.#closedAt = this.#token?.from;
        this.close();
        break;
      default:
        return false;
    }
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
    return true;
  }

  render() {
    const { suggestions, suggested } = words().composing;
    return html`
      <div class="unseen-text" role="status">${this.isOpen ? suggested(this.#found.length) : nothing}</div>
      ${this.isOpen ? html`
        <ul class="completions" id="completions" role="listbox" aria-label=${suggestions} data-testid="completions">
          ${this.#found.map(({ sign, label }, at) => html`
            <li id="completion-${at}" role="option" data-testid="completion" aria-selected=${at === this.#active}
              @mousedown=${(event: Event) => event.preventDefault()} @click=${() => this.#accept(at)}>
              <span class="sign" aria-hidden="true">${sign}</span><bdi>${label}</bdi>
            </li>`)}
        </ul>` : nothing}`;
  }

  async #findEmoji(token: Token): Promise<void> {
    const data = await emojiData().catch(() => undefined);
    if (this.#token === token && data) {
      this.#show(findEmoji(data.all, token.query, SHOWN)
        .map(({ emoji, name }) => ({ key: emoji, sign: emoji, label: name, insert: `${emoji} ` })));
      this.host.requestUpdate();
    }
  }

  /** `:tada:` that was typed to its end needs no list. */
  async #completeWhole(area: HTMLTextAreaElement, caret: number): Promise<void> {
    const token = caret < 0 ? undefined : wholeEmojiAt(area.value, caret);
    const text = area.value;
    const data = token && await emojiData().catch(() => undefined);
    const name = token?.query;
    const emoji = data && name !== undefined ? namedEmoji(data.all, name) : undefined;
    if (token && emoji && area.value === text) {
      replaceText(area, token.from, token.to, emoji.emoji);
    }
  }

  #show(found: readonly Suggestion[]): void {
    this.#found = found;
    if (this.#active !== undefined && this.#active >= found.length) {
      this.#active = undefined;
    }
  }

  #accept(at: number): void {
    const area = this.area();
    const chosen = this.#found[at];
    const token = this.#token;
    this.close();
    if (area && chosen && token) {
      replaceText(area, token.from, token.to, chosen.insert);
    }
  }
}
