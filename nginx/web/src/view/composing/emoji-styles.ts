import { css } from 'lit';

export const emojiStyles = css`
  dialog {
    width: min(400px, calc(100vw - 2 * var(--space-3))); height: min(440px, calc(100dvh - 2 * var(--space-4)));
    margin: auto auto var(--space-5); padding: var(--space-3);
    border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
  }
  dialog[open] { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: var(--space-2); }
  dialog::backdrop { background: var(--veil); }
  .top { display: flex; gap: var(--space-2); }
  .scroller { overflow-y: auto; overscroll-behavior: contain; }
  h3 { position: sticky; inset-block-start: 0; padding: 4px 2px; background: var(--surface); color: var(--ink-soft); font-size: var(--text-small); }
  .row { display: grid; grid-template-columns: repeat(8, minmax(0, 1fr)); }
  /* Two thousand of them: what is not in sight need not be drawn. */
  .group { content-visibility: auto; contain-intrinsic-size: auto 700px; }
  .row button { min-height: 42px; padding: 0; font-size: 1.5rem; line-height: 1; font-weight: 400; }
  .row button:hover { background: var(--accent-soft); }
  .row button:focus-visible { outline-offset: -3px; background: var(--accent-soft); }
  .none { padding: var(--space-5) 0; text-align: center; color: var(--ink-soft); }
  .scroller > .spinner { margin: var(--space-5) auto; }
  .foot { min-height: 1.5em; color: var(--ink-soft); font-size: var(--text-small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`;
