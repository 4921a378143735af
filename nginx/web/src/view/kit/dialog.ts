import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { focused, restoreCaret } from './focus.ts';
import { icons } from './icons.ts';
import { controls } from './styles.ts';

/**
 * A modal dialog: the platform's own, so focus stays inside and returns to where it came from. One that is taken away while
 * it is open, because what it was for is done, gives the focus back too; so one that leads to another hands it on.
 */
@customElement('parley-dialog')
export class ParleyDialog extends LitElement {
  static override styles = [controls, css`
    dialog {
      width: min(520px, calc(100vw - 2 * var(--space-4)));
      max-height: min(640px, calc(100dvh - 2 * var(--space-5)));
      padding: 0;
      border: 1px solid var(--line);
      border-radius: var(--radius-large);
      background: var(--surface);
      color: var(--ink);
      box-shadow: var(--shadow);
      overflow: hidden;
    }
    dialog[open] { display: flex; flex-direction: column; }
    /* What is found changes its height, and its input must not move while one types. */
    :host([steady]) dialog { margin-block-start: clamp(var(--space-5), 10dvh, 80px); }
    dialog::backdrop { background: var(--veil); }
    .head { display: flex; align-items: center; gap: var(--space-2); padding-block: var(--space-3) var(--space-2); padding-inline: var(--space-5) var(--space-3); }
    h2 { flex: 1; min-width: 0; font-size: var(--text-large); overflow-wrap: anywhere; }
    .body { padding: 0 var(--space-5) var(--space-5); overflow-y: auto; min-height: 0; display: flex; flex-direction: column; }
    @media (max-height: 420px) { dialog, :host([steady]) dialog { max-height: calc(100dvh - 2 * var(--space-2)); margin-block-start: var(--space-2); } }
    @media (max-width: 640px) {
      .head { padding-inline-start: var(--space-4); }
      .body { padding: 0 var(--space-4) var(--space-4); }
    }
  `];

  @property() heading = '';
  /** There is nothing in it to be focused, only to be read: its keys scroll. */
  @property({ type: Boolean }) reading = false;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  #opener: HTMLElement | undefined;

  override firstUpdated() {
    this.#opener = focused();
    this.dialog.showModal();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    if (this.hasUpdated && this.dialog.open) {
      this.#opener?.focus();
    }
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @close=${this.#onClose} @click=${this.#onClick}>
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button class="icon" aria-label=${words().common.close} @click=${() => this.dialog.close()}>${icons.close()}</button>
        </div>
        <div class="body" tabindex=${this.reading ? 0 : nothing} role=${this.reading ? 'group' : nothing} aria-labelledby=${this.reading ? 'heading' : nothing}><slot></slot></div>
      </dialog>`;
  }

  /** The focus returns to where it was before this returns. */
  close() {
    this.dialog.close();
  }

  #onClose() {
    restoreCaret(focused());
    emit(this, { type: 'close_dialog' });
  }

  /** A click beside the dialog lands on the dialog element itself. */
  #onClick(event: MouseEvent) {
    if (event.target === this.dialog && !contains(this.dialog.getBoundingClientRect(), event)) {
      this.dialog.close();
    }
  }
}

function contains(box: DOMRect, { clientX, clientY }: MouseEvent): boolean {
  return clientX >= box.left && clientX <= box.right && clientY >= box.top && clientY <= box.bottom;
}
