import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { languageOf } from '../../model/preferences/preferences.ts';
import { SEND_KEYS, THEMES, type LanguageChoice, type Preferences } from '../../model/preferences/types.ts';
import { LANGUAGE_NAMES, LANGUAGES, words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { settingsStyles } from './settings-styles.ts';

/** Colours, language and keys. Each choice holds at once, here and in the other tabs. */
@customElement('parley-appearance')
export class ParleyAppearance extends LitElement {
  static override styles = [controls, settingsStyles, css`section:first-of-type { border-top: none; }`];

  @property({ attribute: false }) preferences!: Preferences;

  override render() {
    const say = words().settings;
    const { theme, language, sendKey } = this.preferences;
    const automatic = LANGUAGE_NAMES[languageOf({ ...this.preferences, language: 'auto' }, navigator.languages)];
    return html`
      <section aria-labelledby="appearance">
        <h2 id="appearance">${say.appearance}</h2>
        <fieldset>
          <legend>${say.theme}</legend>
          ${THEMES.map((one) => this.#choice('theme', one, say.themes[one], one === theme, () => this.#prefer({ theme: one })))}
        </fieldset>
        <div class="field">
          <label for="language">${say.language}</label>
          <select id="language" data-testid="language" @change=${this.#onLanguage}>
            <option value="auto" ?selected=${language === 'auto'}>${say.automatic(automatic)}</option>
            ${LANGUAGES.map((tag) => html`<option value=${tag} lang=${tag} ?selected=${language === tag}>${LANGUAGE_NAMES[tag]}</option>`)}
          </select>
        </div>
      </section>
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">${say.keyboard}</h2>
        <fieldset aria-describedby="send-hint">
          <legend>${say.sendKey}</legend>
          ${SEND_KEYS.map((one) => this.#choice('send-key', one, say.sendKeys[one], one === sendKey, () => this.#prefer({ sendKey: one })))}
        </fieldset>
        <p class="hint" id="send-hint">${say.sendKeyHints[sendKey]}</p>
        <div class="end">
          <button class="quiet" data-testid="show-keys" @click=${() => emit(this, { type: 'open_dialog', dialog: 'keys' })}>${icons.keyboard()} ${say.showKeys}</button>
        </div>
      </section>`;
  }

  #choice(name: string, value: string, label: string, checked: boolean, choose: () => void) {
    return html`<label class="choice"><input type="radio" name=${name} value=${value} .checked=${checked} data-testid="${name}-${value}" @change=${choose}>${label}</label>`;
  }

  #onLanguage(event: Event) {
    this.#prefer({ language: (event.target as HTMLSelectElement).value as LanguageChoice });
  }

  #prefer(change: Partial<Preferences>) {
    emit(this, { type: 'prefer', change });
  }
}
