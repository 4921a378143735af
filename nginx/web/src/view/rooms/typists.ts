import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Typist } from '../../model/typing/types.ts';
import { words } from '../../words/words.ts';

/** Who writes, below what was said. Its place is always there, so that nothing moves; nobody is interrupted by it. */
@customElement('parley-typists')
export class ParleyTypists extends LitElement {
  static override styles = css`
    :host { display: block; min-height: 20px; width: min(100%, calc(820px + 2 * var(--space-4))); margin-inline: auto; padding-inline: var(--space-4); font-size: var(--text-small); line-height: 20px; color: var(--ink-soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  `;

  @property({ attribute: false }) typists: readonly Typist[] = [];

  override render() {
    const names = this.typists.map(({ username }) => isolated(username));
    const say = words().typing;
    const [first, second] = names;
    if (first === undefined) {
      return html``;
    }
    const text = names.length > 2 ? say.several : second === undefined ? say.one(first) : say.two(first, second);
    return html`<span data-testid="typing">${text}</span>`;
  }
}

/** A name from the left keeps its direction in a sentence from the right, and the other way round. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
