import { css } from 'lit';

export const composerStyles = css`
  :host { display: block; background: var(--surface); border-top: 1px solid var(--line); padding: var(--space-3) var(--space-4); padding-bottom: max(var(--space-3), env(safe-area-inset-bottom)); }
  form { position: relative; max-width: 820px; margin-inline: auto; display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: var(--space-2); align-items: end; }
  textarea { display: block; min-height: 44px; max-height: 40dvh; padding: 10px 14px; border-radius: 14px; resize: none; field-sizing: content; line-height: 1.45; }
  /* A long name of a room takes one line. */
  textarea::placeholder { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .send, .pick { width: 44px; height: 44px; padding: 0; border-radius: 14px; display: inline-grid; place-items: center; }
  .pick { margin-inline-end: -4px; }
  /* Opening it moves nothing. */
  parley-emoji-dialog { position: absolute; }
  .note { grid-column: 1 / -1; margin: 0; }
  .note:empty { display: none; }
  .keys { grid-column: 1 / -1; margin: 0; display: none; font-size: 0.75rem; color: var(--ink-soft); }
  .answering { grid-column: 1 / -1; display: flex; align-items: center; gap: var(--space-2); min-width: 0; }
  .answering parley-quote { flex: 1; min-width: 0; }
  /* Hints are for who has keys, and writes. Their place is kept: what one is about to click must not move when the focus goes. */
  @media (hover: hover) and (min-width: 721px) {
    .keys { display: block; visibility: hidden; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    form:focus-within .keys { visibility: visible; }
  }
  @media (max-height: 420px) { :host { padding-block: var(--space-1); } }
  @media (max-width: 720px) { :host { padding-inline: var(--space-3); } }
`;
