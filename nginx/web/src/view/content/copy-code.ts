import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../../words/words.ts';
import { copied } from '../kit/clipboard.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** How long it says that it worked. */
const SAID_MS = 2_500;

/** The button in a block of code that copies it. */
@customElement('parley-copy-code')
export class ParleyCopyCode extends LitElement {
  static override styles = [controls, css`
    :host { display: inline-flex; align-items: center; gap: 4px; direction: inherit; }
    button.icon { min-width: 32px; min-height: 32px; background: var(--surface); }
    .said { font-size: var(--text-small); color: var(--good); background: var(--surface); }
  `];

  /** The Tab key stops elsewhere. */
  @property({ type: Boolean }) skipped = false;
  @state() private outcome: 'copied' | 'failed' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { copyCode, codeCopied, notCopied } = words().content;
    return html`
      <span class="said" role="status">${this.outcome && (this.outcome === 'copied' ? codeCopied : notCopied)}</span>
      <button class="icon" data-testid="copy-code" tabindex=${this.skipped ? -1 : 0} aria-label=${copyCode} title=${copyCode} @click=${this.#copy}>${icons.copy()}</button>`;
  }

  async #copy() {
    const code = this.parentElement?.querySelector('code')?.textContent ?? '';
    this.outcome = await copied(code) ? 'copied' : 'failed';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.outcome = undefined), SAID_MS);
  }
}
