import { css, html, nothing } from 'lit';
import type { Wish } from '../../model/actions.ts';
import type { MessageRow } from '../../model/rows.ts';
import type { Outgoing } from '../../model/timeline-types.ts';
import { avatar } from '../kit/avatar.ts';
import { fullTimeOf, timeOf } from '../kit/format.ts';

/** One message. What people wrote is bound as text, never as markup. */
export function messageRow(row: MessageRow, wish: (wish: Wish) => void) {
  const classes = `message ${row.mine ? 'mine' : 'theirs'} ${row.first ? 'first' : ''} ${row.last ? 'last' : ''} ${row.state}`;
  const showName = row.first && !row.mine;
  return html`
    <div class=${classes} data-testid="message" data-state=${row.state} data-seq=${row.seq ?? nothing}>
      ${row.mine ? nothing : row.last ? avatar(row.userId, row.username) : html`<span class="gutter"></span>`}
      <div class="bubble">
        ${showName
          ? html`<span class="name" dir="auto">${row.username}</span>`
          : html`<span class="unseen-text">${row.mine ? 'You' : row.username}: </span>`}
        <span class="content" dir="auto" data-testid="message-content">${row.removed ? 'This message was removed' : row.content}</span>
        <span class="meta">
          <time datetime=${new Date(row.at).toISOString()} title=${fullTimeOf(row.at)}>${timeOf(row.at)}</time>
          ${row.state === 'pending' ? html`<span class="clock" title="Sending"><span class="unseen-text">Sending</span></span>` : nothing}
        </span>
      </div>
      ${row.outgoing?.phase === 'failed' ? failed(row.outgoing, wish) : nothing}
    </div>`;
}

function failed({ roomId, id, reason }: Outgoing, wish: (wish: Wish) => void) {
  return html`
    <div class="failure">
      <span>Not sent: ${reason}</span>
      <button class="link" data-testid="retry" @click=${() => wish({ type: 'retry', roomId, id })}>Retry</button>
      <button class="link" data-testid="discard" @click=${() => wish({ type: 'discard', roomId, id })}>Discard</button>
    </div>`;
}

export const messageStyles = css`
  .message { display: grid; grid-template-columns: 34px minmax(0, max-content); column-gap: 10px; align-items: end; margin-top: 3px; }
  .message.first { margin-top: 14px; }
  .message.mine { grid-template-columns: minmax(0, max-content); justify-content: end; padding-inline-start: 12%; }
  .message.theirs { padding-inline-end: 12%; }
  .bubble {
    min-width: 0; padding: 8px 12px;
    border: 1px solid var(--line); border-radius: 14px;
    background: var(--theirs);
    transition: background var(--quick);
  }
  .mine .bubble { background: var(--mine); border-color: transparent; }
  .theirs .bubble { border-start-start-radius: 5px; }
  .theirs.first .bubble { border-start-start-radius: 14px; }
  .theirs.last .bubble { border-end-start-radius: 4px; }
  .mine .bubble { border-start-end-radius: 5px; }
  .mine.first .bubble { border-start-end-radius: 14px; }
  .mine.last .bubble { border-end-end-radius: 4px; }
  .name { display: block; font-size: var(--text-small); font-weight: 650; color: var(--accent); margin-bottom: 1px; overflow-wrap: anywhere; }
  .content { white-space: pre-wrap; overflow-wrap: anywhere; }
  /* The time floats into the last line where there is room. */
  .meta { float: inline-end; display: inline-flex; align-items: center; gap: 4px; margin: 5px 0 -3px 12px; font-size: 0.6875rem; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  /* Paler, but the words keep their contrast. */
  .pending .bubble { background: color-mix(in srgb, var(--mine) 45%, var(--paper)); border: 1px dashed var(--line-strong); }
  .failed .bubble { border-color: var(--danger); background: var(--danger-soft); }
  .clock { width: 11px; height: 11px; border: 1.5px solid currentcolor; border-radius: 50%; position: relative; }
  .clock::after { content: ''; position: absolute; left: 3.2px; top: 1px; width: 2.6px; height: 3.6px; border: solid currentcolor; border-width: 0 0 1.3px 1.3px; }
  .failure { display: flex; flex-wrap: wrap; justify-content: flex-end; align-items: center; gap: 2px 6px; margin-top: 4px; color: var(--danger); font-size: var(--text-small); font-weight: 500; }
  .failure .link { color: inherit; }
`;
