import { html, nothing } from 'lit';
import { MANY } from '../../model/reading/counting.ts';
import type { Timeline } from '../../model/timeline/types.ts';
import { words } from '../../words/words.ts';
import { icons } from '../kit/icons.ts';

/** Where messages will be: whose, and how many lines. The last ones stand where the newest will. */
const BONES = ['theirs', 'theirs tall', 'mine', 'theirs short', 'mine tall', 'theirs', 'mine short'];

/** In the place of messages, until the first of them were read. */
export function comingMessages() {
  return html`
    <div class="coming" role="status">
      <p class="unseen-text">${words().timeline.loading}</p>
      <div class="bones" aria-hidden="true" data-testid="messages-loading">${BONES.map((look) => html`<div class=${look}><span class="bone"></span></div>`)}</div>
    </div>`;
}

/** In the place of messages where there are none yet; whose room it is may fetch others first. */
export function emptyRoom(invite: (() => void) | undefined) {
  return html`
    <div class="empty">
      <p>${words().timeline.empty}</p>
      ${invite ? html`<button class="quiet" data-testid="empty-invite" @click=${invite}>${words().details.invite}</button>` : nothing}
    </div>`;
}

/** Above the messages: some of them may be missing here. */
export function missingBar({ stale, loading }: Timeline, load: () => void) {
  return html`<div role="status">${stale && !loading
    ? html`<p class="bar warn" data-testid="missing">${words().timeline.missing}
        <button class="link" data-testid="load-missing" @click=${load}>${words().timeline.load}</button></p>`
    : nothing}</div>`;
}

/** Above the messages: the new begins further up. */
export function newAboveBar(unread: number, go: () => void) {
  return unread === 0 ? nothing : html`
    <p class="bar" data-testid="new-above">
      ${unread >= MANY ? words().timeline.manyAbove(MANY) : words().timeline.above(unread)}
      <button class="link" data-testid="to-first-new" @click=${go}>${words().timeline.toFirstNew}</button>
    </p>`;
}

/** Below the messages: the way back to the newest, and how many came meanwhile. */
export function belowButton({ away, below, hasNewer }: Timeline, go: () => void) {
  return below > 0 || (away && hasNewer)
    ? html`<button class="below" data-testid="to-latest" @click=${go}>
        ${icons.down()} ${below > 0 ? words().timeline.below(below) : words().timeline.toLatest}</button>`
    : nothing;
}

/** A day to go to. */
export function datePanel(from: HTMLElement, go: (at: number) => void, leave: () => void) {
  const close = () => {
    from.focus();
    leave();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const day = new FormData(event.target as HTMLFormElement).get('day');
    const at = new Date(`${String(day)}T00:00`).getTime();
    if (!Number.isNaN(at)) {
      go(at);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return html`
    <form class="bar" data-testid="date-panel" aria-label=${words().timeline.toDate} @submit=${onSubmit} @keydown=${onKeyDown}>
      <label for="day">${words().timeline.date}</label>
      <input id="day" name="day" type="date" required>
      <button class="primary" type="submit">${words().timeline.go}</button>
      <button class="icon" type="button" aria-label=${words().common.close} @click=${close}>${icons.close()}</button>
    </form>`;
}
