import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MessageRow } from '../../model/timeline/rows.ts';
import { words } from '../../words/words.ts';
import { rememberEmoji } from '../composing/recent-emoji.ts';
import { emit } from '../emit.ts';
import { copied } from '../kit/clipboard.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';

/** What one can answer with at a click. */
const QUICK = ['👍', '❤️', '😂', '🎉', '😮', '😢'] as const;

/**
 * What can be done with a message: a menu that takes the focus when it opens. Arrow keys move in it, along the row of
 * emoji and down the words; Escape and Tab close it, and the focus goes back to its message.
 */
@customElement('parley-message-menu')
export class ParleyMessageMenu extends LitElement {
  static override styles = [controls, css`
    :host { display: block; max-width: 100%; margin-top: 4px; }
    [role='menu'] { padding: 3px; border: 1px solid var(--line); border-radius: 14px; background: var(--raised); box-shadow: var(--shadow); }
    .words { display: flex; flex-wrap: wrap; gap: 2px; }
    .emoji { display: grid; grid-template-columns: repeat(7, minmax(0, 40px)); gap: 2px; border-bottom: 1px solid var(--line); margin-bottom: 3px; padding-bottom: 3px; }
    .emoji .icon { min-width: 0; font-size: 1.125rem; color: inherit; }
    .emoji [aria-checked='true'] { background: var(--accent-soft); outline: 1px solid var(--accent); outline-offset: -1px; }
    .words button { display: inline-flex; align-items: center; gap: 6px; padding: 0 10px; font-weight: 500; font-size: var(--text-small); }
    .words button:hover, button:focus-visible { background: var(--accent-soft); }
    @media (max-width: 720px) {
      .words { flex-direction: column; }
      .words button { min-height: 44px; gap: 10px; text-align: start; font-size: var(--text); }
    }
    @media (forced-colors: active) { .emoji [aria-checked='true'] { outline: 2px solid Highlight; } }
  `];

  @property({ attribute: false }) row!: MessageRow;
  @property({ type: Number }) roomId!: number;
  @property({ type: Number }) seq!: number;
  /** To its author alone. */
  @property({ type: Boolean }) mayWrite = false;
  /** Puts the focus back and takes the menu away. */
  @property({ attribute: false }) close: () => void = () => undefined;
  /** Takes it away; the focus is elsewhere already. */
  @property({ attribute: false }) leave: () => void = () => undefined;
  @state() private picking = false;
  @state() private said = '';

  override firstUpdated() {
    this.#items()[0]?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { row } = this;
    const { actions, reply, copyText, copyLink, edit, remove, reactOther, reactWith, quick } = words().message;
    return html`
      <div role="menu" aria-label=${actions} @keydown=${this.#onKeyDown} @focusout=${this.#onFocusOut}>
        <div class="emoji" role="group">
          ${QUICK.map((emoji, at) => {
            const mine = this.#isMine(emoji);
            return html`<button class="icon" role="menuitemcheckbox" tabindex="-1" data-testid="react" data-emoji=${emoji} title=${quick[at]!}
              aria-label=${reactWith(quick[at]!)} aria-checked=${mine} @click=${() => this.#react(emoji, !mine)}>${emoji}</button>`;
          })}
          <button class="icon" role="menuitem" tabindex="-1" data-testid="react-other" title=${reactOther} aria-label=${reactOther} @click=${this.#pick}>${icons.smile()}</button>
        </div>
        <div class="words" role="group">
          ${this.#item('message-reply', icons.reply(), reply, () => this.#then({ type: 'reply', roomId: this.roomId, seq: this.seq }))}
          ${this.mayWrite ? this.#item('message-write', icons.letter(), words().members.write(row.username), () =>
            this.#then({ type: 'message_person', userId: row.userId })) : nothing}
          ${this.#item('message-copy', icons.copy(), copyText, () => this.#copy())}
          ${this.#item('message-link', icons.link(), copyLink, () => this.#then({ type: 'copy_link', roomId: this.roomId, seq: this.seq }))}
          ${row.mayEdit ? this.#item('message-edit', icons.pencil(), edit, () =>
            this.#then({ type: 'start_edit', roomId: this.roomId, seq: this.seq, draft: row.content })) : nothing}
          ${row.mayRemove ? this.#item('message-remove', icons.bin(), remove, () =>
            this.#then({ type: 'ask_remove', roomId: this.roomId, seq: this.seq, username: row.username, content: row.content, mine: row.mine }), 'danger') : nothing}
        </div>
      </div>
      <div class="unseen-text" role="status" data-testid="message-said">${this.said}</div>
      ${this.picking ? html`<parley-emoji-dialog @emoji-picked=${this.#onPicked} @emoji-closed=${() => (this.picking = false)}></parley-emoji-dialog>` : nothing}`;
  }

  #item(testId: string, icon: unknown, text: string, run: () => void, kind = '') {
    return html`<button class=${kind} role="menuitem" tabindex="-1" data-testid=${testId} @click=${run}>${icon} ${text}</button>`;
  }

  #isMine(emoji: string): boolean {
    return this.row.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
  }

  #react(emoji: string, on: boolean) {
    this.#then({ type: 'react', roomId: this.roomId, seq: this.seq, emoji, on });
  }

  /** The focus is back where it came from before the wish moves it on. */
  #then(wish: Parameters<typeof emit>[1]) {
    this.close();
    emit(this, wish);
  }

  async #copy() {
    const { textCopied, notCopied } = words().message;
    this.said = await copied(this.row.content) ? textCopied : notCopied;
  }

  async #pick() {
    await import('../composing/emoji-dialog.ts');
    this.picking = true;
  }

  #onPicked(event: CustomEvent<string>) {
    const emoji = event.detail;
    rememberEmoji(emoji);
    this.#react(emoji, !this.#isMine(emoji));
  }

  #onKeyDown(event: KeyboardEvent) {
    const items = this.#items();
    const at = items.indexOf(event.target as HTMLElement);
    const back = getComputedStyle(this).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const next = {
      [back]: at - 1, [back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft']: at + 1, Home: 0, End: items.length - 1,
      ArrowDown: this.#otherGroup(items, at, 1), ArrowUp: this.#otherGroup(items, at, -1),
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      items[(next + items.length) % items.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  /** From the row of emoji to the words and back; within the words, on. */
  #otherGroup(items: readonly HTMLElement[], at: number, step: 1 | -1): number {
    const firstWord = items.findIndex((item) => item.closest('.words'));
    return at < firstWord ? (step > 0 ? firstWord : items.length - 1) : at + step < firstWord ? 0 : at + step;
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role^=menuitem]')];
  }

  /** Whoever goes elsewhere with the pointer is done here, but not before the click: what is clicked would move away from under it. */
  #onFocusOut(event: FocusEvent) {
    const to = event.relatedTarget as Node | null;
    if (this.picking || to === null || this.contains(to) || this.renderRoot.contains(to)) {
      return;
    }
    const leave = () => this.isConnected && this.leave();
    if (document.documentElement.matches(':active')) {
      addEventListener('pointerup', () => setTimeout(leave), { once: true });
    } else {
      leave();
    }
  }
}
