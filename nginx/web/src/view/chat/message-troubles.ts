import { html, nothing } from 'lit';
import type { MessageRow } from '../../model/timeline/rows.ts';
import type { Change } from '../../model/writing/types.ts';
import type { Around } from './message.ts';

/** A message that waits, with the reason when there is one, or that was refused. */
export function unsent({ state, outgoing }: MessageRow, { roomId, wish }: Around) {
  if (!outgoing || state === 'sent') {
    return nothing;
  }
  const { id, reason } = outgoing;
  if (state === 'pending') {
    return reason === undefined ? nothing : html`<p class="waiting" role="status">Not sent yet: ${reason} Trying again.</p>`;
  }
  return html`
    <div class="failure" role="alert">
      <span>Not sent: ${reason}</span>
      <button class="link" data-testid="retry" @click=${() => wish({ type: 'retry', roomId, id })}>Retry</button>
      <button class="link" data-testid="discard" @click=${() => wish({ type: 'discard', roomId, id })}>Discard</button>
    </div>`;
}

/** A change that was refused. What was typed is in the bubble, and in the editor on wish. */
export function refused({ id, seq, what, reason }: Change, { roomId, wish, focus }: Around) {
  const discard = () => {
    focus(seq);
    wish({ type: 'discard', roomId, id });
  };
  const again = () => {
    if (what.kind === 'edit') {
      discard();
      wish({ type: 'start_edit', roomId, seq, draft: what.content });
    } else {
      wish({ type: 'retry', roomId, id });
    }
  };
  return html`
    <div class="failure" role="alert" data-testid="change-failure">
      <span>${wordsFor(what.kind)}: ${reason}</span>
      <button class="link" data-testid="change-again" @click=${again}>${what.kind === 'edit' ? 'Edit again' : 'Retry'}</button>
      <button class="link" data-testid="change-discard" @click=${discard}>Discard</button>
    </div>`;
}

function wordsFor(kind: Change['what']['kind']): string {
  switch (kind) {
    case 'edit':
      return 'Not saved';
    case 'remove':
      return 'Not removed';
    case 'react':
      return 'Reaction not sent';
  }
}
