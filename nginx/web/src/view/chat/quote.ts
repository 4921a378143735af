import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { firstLine, namesIn } from '../../model/content/content.ts';
import type { Quote } from '../../model/quotes/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { controls } from '../kit/styles.ts';

/** More does not fit into a line. */
const LONGEST_LINE = 160;
/** A line is not read as markdown; what would only clutter it goes. */
const MARKS = /\*\*|__|~~|`+|^(?:>|#{1,6}|[-*+]) +/g;

/** The message another one answers: who wrote it and how it begins. A click leads there. What is not known is asked for once it is seen. */
@customElement('parley-quote')
export class ParleyQuote extends LitElement {
  static override styles = [controls, css`
    :host { display: block; max-width: 100%; }
    button.quote {
      display: block; width: 100%; min-height: 32px; padding: 3px 10px; text-align: start; font-weight: 400; font-size: var(--text-small);
      border-inline-start: 3px solid var(--accent); border-start-start-radius: 4px; border-end-start-radius: 4px;
      background: var(--quote, color-mix(in srgb, var(--accent-soft) 55%, transparent));
    }
    button.quote:hover { background: var(--accent-soft); }
    .name { display: block; font-weight: 650; color: var(--accent-strong); overflow-wrap: anywhere; }
    .line { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; color: var(--ink-soft); }
    .gone { font-style: italic; }
  `];

  @property({ type: Number }) roomId!: number;
  @property({ type: Number }) seq!: number;
  @property({ attribute: false }) quote: Quote = { state: 'unknown' };
  /** The Tab key stops elsewhere. */
  @property({ type: Boolean }) skipped = false;
  #sight: IntersectionObserver | undefined;

  override connectedCallback() {
    super.connectedCallback();
    if (this.quote.state === 'unknown') {
      this.#sight = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          this.#sight?.disconnect();
          if (this.quote.state === 'unknown') {
            emit(this, { type: 'want_quote', roomId: this.roomId, seq: this.seq });
          }
        }
      });
      this.#sight.observe(this);
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#sight?.disconnect();
  }

  override render() {
    const { quote } = this;
    const { answerTo, removed, unavailable } = words().message;
    const jump = () => emit(this, { type: 'show_message', roomId: this.roomId, seq: this.seq });
    return html`
      <button class="quote" type="button" data-testid="quote" data-state=${quote.state} tabindex=${this.skipped ? -1 : 0} ?disabled=${quote.state === 'missing'} @click=${jump}>
        ${quote.state === 'there'
          ? html`<span class="unseen-text">${answerTo} </span><span class="name" dir="auto">${quote.username}</span>
            <span class="line" dir="auto">${isolated(firstLine(quote.content).replaceAll(MARKS, '').slice(0, LONGEST_LINE))}</span>`
          : html`<span class="line gone">${quote.state === 'removed' ? removed : quote.state === 'missing' ? unavailable : '…'}</span>`}
      </button>`;
  }
}

/** A line has the direction of its words, not of a name it begins with. */
function isolated(line: string) {
  let from = 0;
  const parts = namesIn(line).map(({ at, name }) => {
    const before = line.slice(from, at);
    from = at + 1 + name.length;
    return html`${before}<bdi>@${name}</bdi>`;
  });
  return html`${parts}${line.slice(from)}`;
}
