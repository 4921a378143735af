import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isOfInputMethod, isSend, type SendKey } from '../../model/composing/keys.ts';
import { codePoints } from '../../model/content/content.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { focused } from '../kit/focus.ts';
import { LONGEST } from '../kit/format.ts';
import { controls } from '../kit/styles.ts';

/** Typing pauses longer than this are worth keeping what was typed. */
const KEEP_MS = 300;

/** A message of mine in the making again. Enter saves, Escape leaves it as it was; the focus goes back to where it came from. */
@customElement('parley-message-editor')
export class ParleyMessageEditor extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: var(--space-2); margin-top: 4px; }
    textarea { display: block; min-height: 44px; max-height: 40dvh; padding: 8px 12px; resize: none; field-sizing: content; line-height: 1.45; }
    .end { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: var(--space-2); }
    .end button { min-height: 36px; }
    .hint { flex: 1; }
    @media (hover: none) { .keys { display: none; } }
  `];

  @property({ type: Number }) roomId!: number;
  @property({ type: Number }) seq!: number;
  @property() sendKey: SendKey = 'enter';
  /** What the editor begins with. */
  @property() draft = '';
  @state() private text = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement;
  #opener: HTMLElement | undefined;
  #keeping: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#opener = focused();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#keeping);
  }

  override firstUpdated() {
    this.text = this.draft;
    this.textarea.value = this.draft;
    this.textarea.focus();
    this.textarea.setSelectionRange(this.draft.length, this.draft.length);
  }

  override render() {
    const tooLong = codePoints(this.text) > LONGEST;
    return html`
      <textarea rows="1" dir="auto" data-testid="message-editor" aria-label=${words().editor.label} aria-describedby="note"
        aria-invalid=${tooLong} @input=${this.#onInput} @blur=${this.#keep} @keydown=${this.#onKeyDown}></textarea>
      <div class="end">
        <span id="note" class=${tooLong ? 'wrong' : 'hint'}>
          ${tooLong ? words().composing.tooLong(codePoints(this.text) - LONGEST) : html`<span class="keys">${words().editor.keys(this.sendKey)}</span>`}
        </span>
        <button class="quiet" data-testid="message-editor-cancel" @click=${this.#cancel}>${words().common.cancel}</button>
        <button class="primary" data-testid="message-editor-save" ?disabled=${tooLong || this.text.trim() === ''} @click=${this.#save}>${words().editor.save}</button>
      </div>`;
  }

  #onInput() {
    this.text = this.textarea.value;
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), KEEP_MS);
  }

  #keep() {
    clearTimeout(this.#keeping);
    emit(this, { type: 'keep_edit', roomId: this.roomId, seq: this.seq, draft: this.textarea.value });
  }

  #onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isOfInputMethod(event)) {
      event.stopPropagation();
      this.#cancel();
    } else if (isSend(event, this.sendKey)) {
      event.preventDefault();
      this.#save();
    }
  }

  #save() {
    const content = this.textarea.value.trim();
    if (content !== '' && codePoints(content) <= LONGEST) {
      this.#opener?.focus();
      emit(this, { type: 'edit', roomId: this.roomId, seq: this.seq, content });
    }
  }

  #cancel() {
    this.#opener?.focus();
    emit(this, { type: 'stop_edit' });
  }
}
