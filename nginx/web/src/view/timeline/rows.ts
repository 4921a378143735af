import { html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Row } from '../../model/timeline/rows.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import { language, words } from '../../words/words.ts';
import { messageRow, type Around } from '../chat/message.ts';
import { dayOf, momentOf } from '../kit/format.ts';

interface Day {
  readonly key: string;
  readonly rows: readonly Row[];
}

/** Each day is a block of its own, so that its name stays at the top of the screen as long as it lasts. */
export function dayBlocks(rows: readonly Row[], timeline: Timeline, around: Around) {
  return repeat(daysOf(rows), ({ key }) => key, (day) => html`
    <div class="block">${repeat(day.rows, ({ key }) => key, (row) => rowOf(row, timeline, around))}</div>`);
}

function daysOf(rows: readonly Row[]): readonly Day[] {
  const days: { key: string; rows: Row[] }[] = [];
  for (const row of rows) {
    if (row.kind === 'day' || days.length === 0) {
      days.push({ key: row.kind === 'day' ? row.key : 'before', rows: [] });
    }
    days.at(-1)!.rows.push(row);
  }
  return days;
}

function rowOf(row: Row, timeline: Timeline, around: Around) {
  switch (row.kind) {
    case 'day':
      return html`<div class="day" data-testid="day"><span>${dayOf(row.at)}</span></div>`;
    case 'new':
      return html`<div class="new" data-testid="new-since"><span>${words().timeline.newSince(momentOf(row.at))}</span></div>`;
    case 'notice':
      return html`<p class="notice" data-testid="notice">${row.came ? words().timeline.came(row.username) : words().timeline.went(row.username)}</p>`;
    case 'message':
      // While a hundred messages a second arrive, all but the new ones are the same as a moment ago.
      return guard(dependenciesOf(row, timeline, around), () => messageRow(row, around));
  }
}

/** Everything a message's row is made of: what is not named here does not show until something of it changes. */
function dependenciesOf(row: Extract<Row, { kind: 'message' }>, timeline: Timeline, around: Around): unknown[] {
  const { entry, seq, first, last, mayEdit, mayRemove, named } = row;
  const { roomId, editing, sendKey, openSeq, stopKey, targetSeq } = around;
  return [
    entry, first, last, mayEdit, mayRemove, named.join(), roomId, language(),
    row.key === stopKey, seq !== undefined && seq === openSeq, seq !== undefined && seq === targetSeq,
    seq !== undefined && editing?.seq === seq ? editing : undefined, sendKey,
    timeline.changes.some((change) => change.seq === seq) ? timeline.changes : undefined,
    row.reactions.length > 0 ? around.names : undefined, // whose they are may be known by now
    'replyTo' in entry && entry.replyTo !== undefined ? timeline : undefined, // what it answers may be another by now
  ];
}
