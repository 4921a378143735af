import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SendKey } from '../../model/preferences/types.ts';
import { words } from '../../words/words.ts';
import '../kit/dialog.ts';
import { controls } from '../kit/styles.ts';
import { commandKey } from './command-key.ts';

/** Every key there is, by where it works. */
@customElement('parley-key-sheet')
export class ParleyKeySheet extends LitElement {
  static override styles = [controls, css`
    h3 { padding-block: var(--space-3) var(--space-1); font-size: var(--text-small); color: var(--ink-soft); }
    dl { margin: 0; display: grid; }
    dl > div { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-3); min-height: 36px; padding-block: 3px; border-bottom: 1px solid var(--line); }
    dl > div:last-child { border: none; }
    dt { flex: 1 1 200px; }
    dd { margin: 0; display: flex; flex-wrap: wrap; gap: 4px; direction: ltr; }
    kbd { padding: 1px 7px; border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: 6px; background: var(--raised); font: 600 var(--text-small) / 1.5 var(--font); }
    dd > span { display: inline-flex; align-items: center; gap: 3px; }
    dd > span + span::before { content: '/'; padding-inline: 2px 6px; color: var(--ink-soft); }
  `];

  @property() sendKey: SendKey = 'enter';

  override render() {
    const { keys } = words();
    const command = commandKey();
    const [send, newLine] = this.sendKey === 'enter' ? ['Enter', 'Shift+Enter'] : [`${command}+Enter`, 'Enter'];
    return html`
      <parley-dialog reading heading=${keys.title}>
        <div data-testid="key-sheet">
          ${part(keys.everywhere, [
            [keys.goTo, `${command}+K`],
            [keys.previous, 'Alt+↑'],
            [keys.next, 'Alt+↓'],
            [keys.previousUnread, 'Alt+Shift+↑'],
            [keys.nextUnread, 'Alt+Shift+↓'],
            [keys.help, `${command}+/`],
            [keys.close, 'Esc'],
          ])}
          ${part(keys.writing, [[keys.send, send], [keys.newLine, newLine], [keys.editLast, '↑']])}
          ${part(keys.lists, [[keys.move, '↑', '↓'], [keys.ends, 'Home', 'End']])}
        </div>
      </parley-dialog>`;
  }
}

type Row = readonly [what: string, ...keys: string[]];

function part(title: string, rows: readonly Row[]) {
  return html`
    <h3>${title}</h3>
    <dl>${rows.map(([what, ...ways]) => html`
      <div><dt>${what}</dt><dd>${ways.map((way) => html`<span>${way.split('+').map((key) => html`<kbd>${words().keys.caps[key] ?? key}</kbd>`)}</span>`)}</dd></div>`)}</dl>`;
}
