import { html, nothing } from 'lit';
import type { MessageRow } from '../../model/timeline/rows.ts';
import type { Change, Task } from '../../model/writing/types.ts';
import { words } from '../../words/words.ts';
import type { Around } from './message.ts';

/** A message that waits, with the reason when there is one, or that was refused. */
export function unsent({ state, outgoing }: MessageRow, { roomId, wish }: Around) {
  if (!outgoing || state === 'sent') {
    return nothing;
  }
  const { id, content, replyTo, reason } = outgoing;
  const { notSentYet, notSent, retry, edit, discard } = words().troubles;
  if (state === 'pending') {
    return reason === undefined ? nothing : html`<p class="waiting" role="status">${notSentYet(whyOf(outgoing))}</p>`;
  }
  return html`
    <div class="failure" role="alert" data-testid="failure">
      <span>${notSent(whyOf(outgoing))}</span>
      <button class="link" data-testid="retry" @click=${() => wish({ type: 'retry', roomId, id })}>${retry}</button>
      <button class="link" data-testid="rewrite" @click=${() => wish({ type: 'rewrite', roomId, id, content, replyTo })}>${edit}</button>
      <button class="link" data-testid="discard" @click=${() => wish({ type: 'discard', roomId, id })}>${discard}</button>
    </div>`;
}

/** A change that was refused. What was typed is in the bubble, and in the editor on wish. */
export function refused(change: Change, { roomId, wish, focus }: Around) {
  const { id, seq, what } = change;
  const { notDone, editAgain, retry, discard: discardWord } = words().troubles;
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
      <span>${notDone[what.kind]}: ${whyOf(change)}</span>
      <button class="link" data-testid="change-again" @click=${again}>${what.kind === 'edit' ? editAgain : retry}</button>
      <button class="link" data-testid="change-discard" @click=${discard}>${discardWord}</button>
    </div>`;
}

/** In the language of the page where the code is known, else as the server put it. */
function whyOf({ code, reason }: Task): string {
  const why: Readonly<Record<string, string>> = words().troubles.why;
  return (code === undefined ? undefined : why[code]) ?? reason ?? words().troubles.unknown;
}
