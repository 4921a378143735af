import { html, nothing } from 'lit';
import type { MessageRow } from '../../model/timeline/rows.ts';
import { icons } from '../kit/icons.ts';
import type { Around } from './message.ts';

/** What one can answer with at a click; any other emoji that somebody used can be joined. */
const EMOJI = [
  ['👍', 'thumbs up'], ['❤️', 'heart'], ['😂', 'laughing'], ['🎉', 'party'], ['😮', 'surprised'], ['😢', 'sad'],
] as const;

/** The button every message has: it shows what can be done with it. */
export function more(row: MessageRow, seq: number, { openSeq, stopSeq, open }: Around) {
  const isOpen = openSeq === seq;
  return html`
    <button class="icon more" data-testid="message-more" data-of=${seq} tabindex=${seq === stopSeq ? 0 : -1}
      aria-label=${row.mine ? 'Actions for your message' : `Actions for the message of ${row.username}`} aria-expanded=${isOpen}
      @click=${() => open(isOpen ? undefined : seq)}>${icons.more()}</button>`;
}

/** In the flow of the page, below the message, so that nothing is covered and a thumb reaches it. */
export function actions(row: MessageRow, seq: number, { roomId, wish, open, focus }: Around) {
  const close = () => {
    focus(seq);
    open(undefined);
  };
  const react = (emoji: string, on: boolean) => {
    close();
    wish({ type: 'react', roomId, seq, emoji, on });
  };
  const edit = () => {
    close();
    wish({ type: 'start_edit', roomId, seq, draft: row.content });
  };
  const remove = () => {
    close();
    wish({ type: 'ask_remove', roomId, seq });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      close();
    }
  };
  return html`
    <div class="actions" role="group" aria-label="Actions" data-testid="message-actions" @keydown=${onKeyDown}>
      ${EMOJI.map(([emoji, name]) => {
        const mine = row.reactions.some((reaction) => reaction.emoji === emoji && reaction.mine);
        return html`<button class="icon" data-testid="react" data-emoji=${emoji} title=${name} aria-label="React with ${name}"
          aria-pressed=${mine} @click=${() => react(emoji, !mine)}>${emoji}</button>`;
      })}
      <span class="words">
        ${row.mayEdit ? html`<button data-testid="message-edit" @click=${edit}>Edit</button>` : nothing}
        ${row.mayRemove ? html`<button class="danger" data-testid="message-remove" @click=${remove}>Remove</button>` : nothing}
      </span>
    </div>`;
}

/** Who answered with what; a click joins in or takes mine back. */
export function reactions(row: MessageRow, seq: number, { roomId, wish }: Around) {
  return row.reactions.length === 0 ? nothing : html`
    <div class="reactions" role="group" aria-label="Reactions">
      ${row.reactions.map(({ emoji, count, mine }) => html`
        <button class="chip" data-testid="reaction" data-emoji=${emoji} aria-pressed=${mine}
          aria-label="${emoji} ${count}${mine ? ', one of them yours' : ''}"
          @click=${() => wish({ type: 'react', roomId, seq, emoji, on: !mine })}>${emoji} <span>${count}</span></button>`)}
    </div>`;
}
