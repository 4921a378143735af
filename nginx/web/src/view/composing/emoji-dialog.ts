import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { findEmoji, moved, type Emoji } from '../../model/composing/emoji.ts';
import { words } from '../../words/words.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { emojiData, type EmojiData } from './emoji-data.ts';
import { emojiStyles } from './emoji-styles.ts';
import { recentEmoji, rememberEmoji } from './recent-emoji.ts';

/** As many as the style has columns. */
const COLUMNS = 8;
const FOUND = 96;

interface Section {
  readonly heading: string;
  readonly rows: readonly (readonly Emoji[])[];
}

/**
 * Picks an emoji: a search field above a grid in Unicode's groups, those used last on top. Tells what was picked by
 * `emoji-picked`, and that it is closed by `emoji-closed`. Names are English; skin tones cannot be chosen.
 */
@customElement('parley-emoji-dialog')
export class ParleyEmojiDialog extends LitElement {
  static override styles = [controls, emojiStyles];

  @state() private data: EmojiData | undefined;
  @state() private failed = false;
  @state() private wanted = '';
  @state() private shown = '';
  /** The one Tab stops at: row and column. */
  @state() private at: readonly [number, number] = [0, 0];
  @query('dialog') private readonly dialog!: HTMLDialogElement;
  readonly #recent = recentEmoji();

  override firstUpdated() {
    this.dialog.showModal();
    void emojiData().then((data) => (this.data = data)).catch(() => (this.failed = true));
  }

  override render() {
    const { pick, search, close, failed, found } = words().emoji;
    const sections = this.#sections();
    const count = sections.flatMap(({ rows }) => rows).flat().length;
    let row = 0;
    return html`
      <dialog aria-label=${pick} data-testid="emoji-dialog" @close=${this.#onClose} @click=${this.#onBackdrop}>
        <div class="top">
          <input type="text" role="searchbox" enterkeyhint="search" autofocus data-testid="emoji-search" aria-label=${search} placeholder=${search} autocomplete="off"
            autocapitalize="none" spellcheck="false" @input=${this.#onInput} @keydown=${this.#onSearchKey}>
          <button class="icon" aria-label=${close} @click=${() => this.dialog.close()}>${icons.close()}</button>
        </div>
        <div class="scroller">
          ${this.data || this.failed ? nothing : html`<div class="spinner"></div>`}
          ${this.data && count === 0 ? html`<p class="none" aria-hidden="true">${found(0)}</p>` : nothing}
          ${this.failed ? html`<p role="alert">${failed}</p>` : nothing}
          <div role="grid" aria-label=${pick} ?hidden=${count === 0} @keydown=${this.#onGridKey} @click=${this.#onPick} @focusin=${this.#onShow} @pointerover=${this.#onShow}>
            ${sections.map(({ heading, rows }) => html`
              <div class="group" role="rowgroup" aria-label=${heading}>
                <h3 aria-hidden="true">${heading}</h3>
                ${rows.map((cells) => this.#row(cells, row++))}
              </div>`)}
          </div>
        </div>
        <div class=${this.data && count === 0 ? 'unseen-text' : 'foot'} role="status">${this.wanted !== '' && this.shown === '' && this.data ? found(count) : this.shown}</div>
      </dialog>`;
  }

  #row(cells: readonly Emoji[], row: number) {
    return html`<div class="row" role="row">${cells.map(({ emoji, name }, column) => html`<button role="gridcell" data-testid="emoji"
      data-emoji=${emoji} data-row=${row} data-column=${column} aria-label=${name}
      tabindex=${this.at[0] === row && this.at[1] === column ? 0 : -1}>${emoji}</button>`)}</div>`;
  }

  #sections(): readonly Section[] {
    const { data } = this;
    const { groups, recent, results } = words().emoji;
    if (!data) {
      return [];
    }
    if (this.wanted.trim() !== '') {
      return [{ heading: results, rows: rowsOf(findEmoji(data.all, this.wanted, FOUND)) }];
    }
    const used = this.#recent.flatMap((emoji) => data.byEmoji.get(emoji) ?? []);
    return [
      ...(used.length > 0 ? [{ heading: recent, rows: rowsOf(used) }] : []),
      ...data.groups.map(({ name, emoji }) => ({ heading: groups[name], rows: rowsOf(emoji) })),
    ];
  }

  #onInput(event: InputEvent) {
    this.wanted = (event.target as HTMLInputElement).value;
    this.shown = '';
    this.at = [0, 0];
  }

  #onSearchKey(event: KeyboardEvent) {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#focus(this.at);
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      const first = this.#sections()[0]?.rows[0]?.[0];
      if (first && this.wanted.trim() !== '') {
        this.#pick(first.emoji);
      }
    }
  }

  #onGridKey(event: KeyboardEvent) {
    const rows = this.#sections().flatMap((section) => section.rows.map((row) => row.length));
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const next = event.ctrlKey && (event.key === 'Home' || event.key === 'End')
      ? [event.key === 'Home' ? 0 : rows.length - 1, event.key === 'Home' ? 0 : (rows.at(-1) ?? 1) - 1] as const
      : moved(rows, this.at, event.key, isRtl);
    if (next) {
      event.preventDefault();
      this.#focus(next);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      this.renderRoot.querySelector('input')?.focus();
    }
  }

  #focus(at: readonly [number, number]) {
    this.at = at;
    const cell = this.renderRoot.querySelector<HTMLElement>(`[data-row='${at[0]}'][data-column='${at[1]}']`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest' });
  }

  #onShow(event: Event) {
    const cell = cellOf(event);
    if (cell) {
      this.shown = `${cell.dataset['emoji']} ${cell.ariaLabel}`;
    }
  }

  #onPick(event: Event) {
    const emoji = cellOf(event)?.dataset['emoji'];
    if (emoji) {
      this.#pick(emoji);
    }
  }

  /** The focus goes back first, so that what is done with the emoji may move it on. */
  #pick(emoji: string) {
    rememberEmoji(emoji);
    this.dialog.close();
    this.dispatchEvent(new CustomEvent<string>('emoji-picked', { detail: emoji }));
  }

  #onClose() {
    this.dispatchEvent(new CustomEvent('emoji-closed'));
  }

  #onBackdrop(event: MouseEvent) {
    if (event.target === this.dialog) {
      const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
      if (event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom) {
        this.dialog.close();
      }
    }
  }
}

function cellOf(event: Event): HTMLElement | null {
  return (event.target as HTMLElement).closest<HTMLElement>('[role=gridcell]');
}

function rowsOf(emoji: readonly Emoji[]): readonly (readonly Emoji[])[] {
  return Array.from({ length: Math.ceil(emoji.length / COLUMNS) }, (_, row) => emoji.slice(row * COLUMNS, (row + 1) * COLUMNS));
}
