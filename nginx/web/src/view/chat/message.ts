import { html, nothing } from 'lit';
import type { Wish } from '../../model/actions.ts';
import type { Names } from '../../model/content/names.ts';
import type { MessageRow } from '../../model/timeline/rows.ts';
import type { SendKey } from '../../model/preferences/types.ts';
import type { Editing } from '../../model/writing/types.ts';
import { words } from '../../words/words.ts';
import { formatted } from '../content/formatted.ts';
import { avatar } from '../kit/avatar.ts';
import { fullTimeOf, timeOf } from '../kit/format.ts';
import './message-editor.ts';
import './quote.ts';
import { actions, more, reactions } from './message-actions.ts';
import { refused, unsent } from './message-troubles.ts';

/** Where the messages stand: what a row needs beside itself. What a row shows of it is named in timeline/rows.ts. */
export interface Around {
  readonly roomId: number;
  readonly editing: Editing | undefined;
  readonly sendKey: SendKey;
  /** With one person, so there is nobody to turn to alone. */
  readonly isDirect: boolean;
  /** Who is called what. */
  readonly names: Names;
  /** The message whose actions are shown. */
  readonly openSeq: number | undefined;
  /** The one message the Tab key stops at; the arrow keys lead on from there. What can be pressed in the others is skipped. */
  readonly stopKey: string | undefined;
  readonly stopSeq: number | undefined;
  /** The message somebody asked to be shown. */
  readonly targetSeq: number | undefined;
  readonly wish: (wish: Wish) => void;
  readonly open: (seq: number | undefined) => void;
  /** Puts the focus on a message, before what has it goes away. */
  readonly focus: (seq: number) => void;
}

/** One message, named by who said it, when, and what. What people wrote is bound as text, never as markup. */
export function messageRow(row: MessageRow, around: Around) {
  const { key } = row;
  const isEdited = row.seq !== undefined && around.editing?.seq === row.seq && around.editing.roomId === around.roomId;
  const classes = ['message', row.mine ? 'mine' : 'theirs', row.state, ...flagsOf(row, around), isEdited ? 'editing' : ''].join(' ');
  const who = row.mine ? words().timeline.you : row.username;
  return html`
    <article class=${classes} data-testid="message" data-state=${row.state} data-seq=${row.seq ?? nothing} data-key=${key}
      tabindex=${key === around.stopKey ? 0 : -1} aria-labelledby="${key}-who ${key}-when ${key}-what">
      ${row.mine ? nothing : row.last ? avatar(row.userId, row.username) : html`<span class="gutter"></span>`}
      <div class="bubble">
        ${row.first && !row.mine
          ? html`<span class="name" dir="auto" id="${key}-who">${who}</span>`
          : html`<span class="unseen-text"><span id="${key}-who">${who}</span>: </span>`}
        ${row.mentionsMe ? html`<span class="to-me" data-testid="mentioned"><span aria-hidden="true">@</span> ${words().timeline.mentioned}</span>` : nothing}
        ${isEdited
          ? html`<parley-message-editor .roomId=${around.roomId} .seq=${row.seq!} .draft=${around.editing!.draft} .sendKey=${around.sendKey}></parley-message-editor>`
          : said(row, around)}
      </div>
      ${row.seq === undefined || row.removed ? nothing : more(row, row.seq, around)}
      <div class="under">
        ${row.seq === undefined ? nothing : html`
          ${reactions(row, row.seq, around)}
          ${around.openSeq === row.seq && !row.removed ? actions(row, row.seq, around) : nothing}`}
        ${row.state === 'sent' ? nothing : unsent(row, around)}
        ${row.refused ? refused(row.refused, around) : nothing}
      </div>
    </article>`;
}

function said(row: MessageRow, { roomId, stopKey }: Around) {
  const skipped = row.key !== stopKey;
  const busy = row.state === 'pending' || row.saving;
  return html`
    ${row.replyTo === undefined || row.removed ? nothing : html`<parley-quote .roomId=${roomId} .seq=${row.replyTo} .quote=${row.quote!} .skipped=${skipped}></parley-quote>`}
    <div class="content" dir="auto" data-testid="message-content" id="${row.key}-what">${row.removed ? words().message.removed : formatted(row, skipped)}</div>
    <span class="meta">
      ${row.edited && !row.removed ? html`<span data-testid="edited">${words().message.edited}</span>` : nothing}
      <time id="${row.key}-when" datetime=${new Date(row.at).toISOString()} title=${fullTimeOf(row.at)}>${timeOf(row.at)}</time>
      ${busy ? html`<span class="clock" title=${words().message.sending}><span class="unseen-text">${words().message.sending}</span></span>` : nothing}
    </span>`;
}

function flagsOf({ first, last, removed, refused: change, mentionsMe, seq }: MessageRow, { targetSeq }: Around): string[] {
  return [
    first ? 'first' : '', last ? 'last' : '', removed ? 'removed' : '', change ? 'refused' : '', mentionsMe ? 'mentioned' : '',
    seq !== undefined && seq === targetSeq ? 'target' : '',
  ];
}
