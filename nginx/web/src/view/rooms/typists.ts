import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Typist } from '../../model/typing/types.ts';
import { words } from '../../words/words.ts';

/** Who writes, below what was said. Its place is always there, so that nothing moves; nobody is interrupted by it. */
@customElement('parley-typists')
export class ParleyTypists extends LitElement {
  static override styles = css`
    :host { display: block; min-height: 20px; padding-inline: var(--space-4); font-size: var(--text-small); line-height: 20px; color: var(--ink-soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  `;

  @property({ attribute: false }) typists: readonly Typist[] = [];

  override render() {
    const names = this.typists.map(({ username }) => username);
    const say = words().typing;
    const [first, second] = names;
    if (first === undefined) {
      return html``;
    }
    const text = names.length > 2 ? say.several : second === undefined ? say.one(first) : say.two(first, second);
    return html`<span dir="auto" data-testid="typing">${text}</span>`;
  }
}
