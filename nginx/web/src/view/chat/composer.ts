import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isOfInputMethod, isSend, markOf, type SendKey } from '../../model/composing/keys.ts';
import { isInFence } from '../../model/composing/tokens.ts';
import { codePoints } from '../../model/content/content.ts';
import type { Quote } from '../../model/quotes/types.ts';
import type { Draft } from '../../model/writing/types.ts';
import { words } from '../../words/words.ts';
import { Completing } from '../composing/completing.ts';
import { completingStyles } from '../composing/completing-styles.ts';
import { peopleSuggestions, type Mentionable } from '../composing/suggestions.ts';
import { insertText, toggleMark } from '../composing/typing.ts';
import { emit } from '../emit.ts';
import { LONGEST } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { composerStyles } from './composer-styles.ts';
import './quote.ts';

/** From here on the rest is counted. */
const NEAR = 3_600;

/**
 * Where messages are written, with what they answer above. Enter sends, or Enter with Ctrl, as one likes; Shift+Enter
 * breaks the line; ArrowUp in an empty one edits the last. Each room keeps its draft.
 */
@customElement('parley-composer')
export class ParleyComposer extends LitElement {
  static override styles = [controls, composerStyles, completingStyles];

  @property({ type: Number }) roomId!: number;
  @property() roomName = '';
  @property({ type: Boolean }) offline = false;
  /** So much waits to be sent that no more is taken. */
  @property({ type: Boolean }) full = false;
  @property() sendKey: SendKey = 'enter';
  /** My last message in the room, to edit. */
  @property({ attribute: false }) last: { readonly seq: number; readonly content: string } | undefined;
  @property({ attribute: false }) draft: Draft | undefined;
  /** The message the draft answers. */
  @property({ attribute: false }) quote: Quote | undefined;
  @property({ attribute: false }) mentionable: Mentionable = { messages: [], members: [], selfId: 0 };
  @state() private text = '';
  @state() private picking = false;
  /** The room that was opened while one wrote in another: where the focus stays, its new name is not told by itself. */
  @state() private entered = '';
  @query('textarea') private readonly area!: HTMLTextAreaElement;

  readonly #completing = new Completing(this, () => this.area, {
    known: (typed, limit) => peopleSuggestions(this.mentionable, typed, limit),
    find: (typed) => emit(this, { type: 'find_people', roomId: this.roomId, query: typed }),
  });

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('roomId') || (changed.has('draft') && !this.#isUnderMyCursor())) {
      this.text = this.draft?.text ?? '';
    }
    if (changed.has('roomId')) {
      this.picking = false;
      this.entered = this.hasUpdated && this.shadowRoot?.activeElement === this.area ? this.roomName : '';
    }
  }

  override updated(changed: PropertyValues<this>) {
    if (this.area.value !== this.text) {
      this.area.value = this.text;
    }
    const before = changed.get('draft') as Draft | undefined;
    // On a touch screen the keyboard would cover what one came to read.
    if (changed.has('roomId') ? matchMedia('(hover: hover)').matches : changed.has('draft') && this.#wantsWriting(before)) {
      this.area.focus();
    }
    if (changed.has('roomId')) {
      this.#completing.close();
    }
  }

  override render() {
    const { messageTo, placeholder, send, emoji, keys } = words().composing;
    const length = codePoints(this.text);
    const tooLong = length > LONGEST;
    return html`
      <form @submit=${this.#onSubmit}>
        ${this.draft?.replyTo === undefined ? nothing : this.#answering(this.draft.replyTo)}
        ${this.#completing.render()}
        <p class="unseen-text" role="status" data-testid="entered">${this.entered}</p>
        <textarea rows="1" dir="auto" data-testid="composer" aria-label=${messageTo(this.roomName)} placeholder=${placeholder(this.roomName)}
          aria-invalid=${tooLong} aria-describedby="${this.draft?.replyTo === undefined ? '' : 'answering '}note keys" aria-autocomplete="list" aria-haspopup="listbox"
          aria-controls=${ifDefined(this.#completing.listId)} aria-activedescendant=${ifDefined(this.#completing.activeId)}
          @input=${this.#onInput} @keydown=${this.#onKeyDown} @keyup=${this.#onCaret} @click=${this.#onCaret} @blur=${this.#onBlur}></textarea>
        <button class="icon pick" type="button" aria-label=${emoji} title=${emoji} data-testid="pick-emoji" @click=${this.#pick}>${icons.smile()}</button>
        <button class="primary send" type="submit" aria-label=${send} data-testid="send" ?disabled=${tooLong || this.full || this.text.trim() === ''}>${icons.send()}</button>
        <p id="note" class="note ${tooLong ? 'wrong' : 'hint'}" data-testid="composer-note">${this.#note(length)}</p>
        <p id="keys" class="keys">${keys(this.sendKey)}</p>
        ${this.picking ? html`<parley-emoji-dialog @emoji-picked=${this.#onPicked} @emoji-closed=${() => (this.picking = false)}></parley-emoji-dialog>` : nothing}
      </form>`;
  }

  #answering(seq: number) {
    return html`
      <div class="answering" data-testid="answering">
        <parley-quote id="answering" .roomId=${this.roomId} .seq=${seq} .quote=${this.quote ?? { state: 'unknown' }}></parley-quote>
        <button class="icon" type="button" data-testid="stop-reply" aria-label=${words().composing.stopReply} title=${words().composing.stopReply}
          @click=${this.#stopReply}>${icons.close()}</button>
      </div>`;
  }

  #note(length: number) {
    const { full, offline, tooLong, counted } = words().composing;
    return [
      this.full ? full : this.offline ? offline : '',
      length > LONGEST ? tooLong(length - LONGEST) : length >= NEAR ? counted(length, LONGEST) : '',
    ].filter((note) => note !== '').join(' ');
  }

  /** Somebody writes here, and what changed was written in another tab. */
  #isUnderMyCursor(): boolean {
    const isMine = this.draft !== undefined && !this.draft.elsewhere;
    return !isMine && document.hasFocus() && this.shadowRoot?.activeElement === this.area;
  }

  /** A reply was begun, or a message came back to be written anew. */
  #wantsWriting(before: Draft | undefined): boolean {
    const { draft } = this;
    const answers = draft?.replyTo !== undefined && draft.replyTo !== before?.replyTo;
    return draft !== undefined && !draft.elsewhere && (answers || draft.rewritten === true);
  }

  #onInput() {
    this.text = this.area.value;
    emit(this, { type: 'keep_draft', roomId: this.roomId, draft: this.text });
    this.#completing.look();
  }

  #onCaret(event: Event) {
    if (!(event instanceof KeyboardEvent) || /^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key)) {
      this.#completing.look();
    }
  }

  /** What was written in another tab meanwhile may come now. */
  #onBlur() {
    this.#completing.close();
    if (this.draft?.elsewhere) {
      this.text = this.draft.text;
    }
  }

  #onKeyDown(event: KeyboardEvent) {
    if (this.#completing.onKey(event)) {
      return;
    }
    const mark = markOf(event);
    if (mark) {
      event.preventDefault();
      toggleMark(this.area, mark);
    } else if (isSend(event, this.sendKey)) {
      // In a block of code a line ends, and nothing is said yet.
      if (event.ctrlKey || event.metaKey || !isInFence(this.area.value, this.area.selectionStart)) {
        event.preventDefault();
        this.#send();
      }
    } else if (event.key === 'ArrowUp' && this.area.value === '' && this.last && !isOfInputMethod(event)) {
      event.preventDefault();
      emit(this, { type: 'start_edit', roomId: this.roomId, seq: this.last.seq, draft: this.last.content });
    } else if (event.key === 'Escape' && this.draft?.replyTo !== undefined && !isOfInputMethod(event)) {
      event.stopPropagation();
      this.#stopReply();
    }
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    this.#send();
    this.area.focus();
  }

  #send() {
    const content = this.area.value.trim();
    if (content !== '' && !this.full && codePoints(content) <= LONGEST) {
      this.#completing.close();
      this.area.value = '';
      this.text = '';
      emit(this, { type: 'send', roomId: this.roomId, content, replyTo: this.draft?.replyTo });
    }
  }

  #stopReply() {
    emit(this, { type: 'stop_reply', roomId: this.roomId });
    this.area.focus();
  }

  async #pick() {
    await import('../composing/emoji-dialog.ts');
    this.picking = true;
  }

  #onPicked(event: CustomEvent<string>) {
    this.picking = false;
    insertText(this.area, event.detail);
  }
}
