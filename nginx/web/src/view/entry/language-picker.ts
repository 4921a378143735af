import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGE_NAMES, LANGUAGES, words, type Language } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { controls } from '../kit/styles.ts';

/** The languages by their own names, for who cannot read the page yet. */
@customElement('parley-language-picker')
export class ParleyLanguagePicker extends LitElement {
  static override styles = [controls, css`
    div { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--space-1); }
    button { min-height: 32px; padding: 0 var(--space-2); color: var(--ink-soft); font-weight: 500; font-size: var(--text-small); }
    button[aria-pressed='true'] { color: var(--accent); font-weight: 700; }
  `];

  @property() language!: Language;

  override render() {
    return html`
      <div role="group" aria-label=${words().settings.language}>
        ${LANGUAGES.map((tag) => html`
          <button lang=${tag} data-testid="speak-${tag}" aria-pressed=${tag === this.language}
            @click=${() => emit(this, { type: 'prefer', change: { language: tag } })}>${LANGUAGE_NAMES[tag]}</button>`)}
      </div>`;
  }
}
