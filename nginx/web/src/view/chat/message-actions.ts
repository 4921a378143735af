import { html, nothing } from 'lit';
import type { Names } from '../../model/content/names.ts';
import { isThere } from '../../model/rooms/people.ts';
import { entryOf } from '../../model/table.ts';
import type { ReactionShown } from '../../model/timeline/overlay.ts';
import type { MessageRow } from '../../model/timeline/rows.ts';
import { language, words } from '../../words/words.ts';
import { icons } from '../kit/icons.ts';
import './message-menu.ts';
import type { Around } from './message.ts';

/** The tools every message has: to answer it at a click where there is a pointer, and the menu of all that can be done with it. */
export function more(row: MessageRow, seq: number, { roomId, openSeq, stopSeq, open, wish }: Around) {
  const { actionsOfMine, actionsOf, reply } = words().message;
  const isOpen = openSeq === seq;
  return html`
    <span class="tools">
      <button class="icon reply" tabindex="-1" aria-hidden="true" title=${reply} data-testid="quick-reply"
        @click=${() => wish({ type: 'reply', roomId, seq })}>${icons.reply()}</button>
      <button class="icon more" data-testid="message-more" data-of=${seq} tabindex=${seq === stopSeq ? 0 : -1}
        aria-label=${row.mine ? actionsOfMine : actionsOf(row.username)} aria-haspopup="menu" aria-expanded=${isOpen}
        @click=${() => open(isOpen ? undefined : seq)}>${icons.more()}</button>
    </span>`;
}

/** In the flow of the page, below the message, so that nothing is covered and a thumb reaches it. */
export function actions(row: MessageRow, seq: number, { roomId, isDirect, open, focus }: Around) {
  const close = () => {
    focus(seq);
    open(undefined);
  };
  const mayWrite = !row.mine && !isDirect && isThere(row.username);
  return html`<parley-message-menu data-testid="message-actions" .row=${row} .roomId=${roomId} .seq=${seq} .mayWrite=${mayWrite} .close=${close} .leave=${() => open(undefined)}></parley-message-menu>`;
}

/** Who answered with what; a click joins in or takes mine back. */
export function reactions(row: MessageRow, seq: number, { roomId, stopSeq, names, wish }: Around) {
  const { reactions: label, reaction } = words().message;
  return row.reactions.length === 0 ? nothing : html`
    <div class="reactions" role="group" aria-label=${label}>
      ${row.reactions.map(({ emoji, count, mine, others }) => html`
        <button class="chip" data-testid="reaction" tabindex=${seq === stopSeq ? 0 : -1} data-emoji=${emoji} aria-pressed=${mine} aria-label=${reaction(emoji, count, mine)} title=${by({ count, mine, others }, names)}
          @click=${() => wish({ type: 'react', roomId, seq, emoji, on: !mine })}>${emoji} <span>${count}</span></button>`)}
    </div>`;
}

/** As many names as one reads at a glance. */
const NAMED = 12;

/** Whose a reaction is: those who were met, and how many more. */
function by({ count, mine, others }: Pick<ReactionShown, 'count' | 'mine' | 'others'>, names: Names) {
  const met = others.flatMap((userId) => entryOf(names, userId) ?? []).slice(0, NAMED);
  const named = [...(mine ? [words().timeline.you] : []), ...met];
  const rest = count - named.length;
  return named.length === 0 ? nothing : new Intl.ListFormat(language()).format(rest > 0 ? [...named, words().message.more(rest)] : named);
}
