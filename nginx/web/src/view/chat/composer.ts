import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Draft } from '../../model/writing/types.ts';
import { emit } from '../emit.ts';
import { LONGEST } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** From here on the rest is counted. */
const NEAR = 3_600;

/** Where messages are written. Enter sends, Shift+Enter breaks the line, ArrowUp in an empty one edits the last; each room keeps its draft. */
@customElement('parley-composer')
export class ParleyComposer extends LitElement {
  static override styles = [controls, css`
    :host { display: block; background: var(--surface); border-top: 1px solid var(--line); padding: var(--space-3) var(--space-4); padding-bottom: max(var(--space-3), env(safe-area-inset-bottom)); }
    form { max-width: 820px; margin-inline: auto; display: grid; grid-template-columns: 1fr auto; gap: var(--space-2); align-items: end; }
    textarea { display: block; min-height: 44px; max-height: 40dvh; padding: 10px 14px; border-radius: 14px; resize: none; field-sizing: content; line-height: 1.45; }
    .send { width: 44px; height: 44px; padding: 0; border-radius: 14px; display: inline-grid; place-items: center; }
    p { grid-column: 1 / -1; margin: 0; }
    @media (max-width: 720px) { :host { padding-inline: var(--space-3); } }
  `];

  @property({ type: Number }) roomId!: number;
  @property() roomName = '';
  @property({ type: Boolean }) offline = false;
  /** So much waits to be sent that no more is taken. */
  @property({ type: Boolean }) full = false;
  /** My last message in the room, to edit. */
  @property({ attribute: false }) last: { readonly seq: number; readonly content: string } | undefined;
  /** What was typed here before, to begin with. */
  @property({ attribute: false }) draft: Draft | undefined;
  @state() private text = '';
  @query('textarea') private readonly textarea!: HTMLTextAreaElement;

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('roomId')) {
      this.text = this.draft?.text ?? '';
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (changed.has('roomId')) {
      this.textarea.value = this.text;
      // On a touch screen the keyboard would cover what one came to read.
      if (matchMedia('(hover: hover)').matches) {
        this.textarea.focus();
      }
    }
  }

  override render() {
    const length = [...this.text].length;
    const tooLong = length > LONGEST;
    return html`
      <form @submit=${this.#onSubmit}>
        <textarea rows="1" dir="auto" data-testid="composer" aria-label="Message to ${this.roomName}" placeholder="Write to ${this.roomName}"
          aria-invalid=${tooLong} aria-describedby="note" @input=${this.#onInput} @keydown=${this.#onKeyDown}></textarea>
        <button class="primary send" type="submit" aria-label="Send" data-testid="send" ?disabled=${tooLong || this.full || this.text.trim() === ''}>${icons.send()}</button>
        <p id="note" class=${tooLong ? 'wrong' : 'hint'} ?hidden=${length < NEAR && !this.offline && !this.full}>
          ${this.full ? 'Too many messages wait to be sent. This one stays here until some of them are. '
            : this.offline ? 'You can go on writing: messages are sent when you are back. ' : nothing}
          ${length >= NEAR ? `${length} of ${LONGEST} characters` : nothing}
        </p>
      </form>`;
  }

  #onInput() {
    this.text = this.textarea.value;
    emit(this, { type: 'keep_draft', roomId: this.roomId, draft: this.text });
  }

  #onKeyDown(event: KeyboardEvent) {
    // Enter also picks a suggestion of an input method; that one is not for us.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'ArrowUp' && this.textarea.value === '' && this.last) {
      event.preventDefault();
      emit(this, { type: 'start_edit', roomId: this.roomId, seq: this.last.seq, draft: this.last.content });
    }
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    this.#send();
    this.textarea.focus();
  }

  #send() {
    const content = this.textarea.value.trim();
    if (content !== '' && !this.full && [...content].length <= LONGEST) {
      emit(this, { type: 'send', roomId: this.roomId, content });
      this.textarea.value = '';
      this.text = '';
    }
  }
}
