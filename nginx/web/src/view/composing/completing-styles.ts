import { css } from 'lit';

/** Above the text area, whose parent is positioned. */
export const completingStyles = css`
  .completions {
    position: absolute; inset-block-end: calc(100% + 6px); inset-inline-start: 0; z-index: 3;
    width: max-content; min-width: min(240px, 100%); max-width: 100%; max-height: min(320px, 40dvh); overflow-y: auto;
    margin: 0; padding: 4px; list-style: none;
    border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); box-shadow: var(--shadow);
  }
  .completions li { display: flex; align-items: center; gap: var(--space-2); min-height: 36px; padding: 0 var(--space-3); border-radius: 7px; cursor: pointer; overflow-wrap: anywhere; }
  .completions li:hover { background: var(--paper); }
  .completions [aria-selected='true'] { background: var(--accent-soft); outline: 2px solid var(--accent); outline-offset: -2px; }
  .completions .sign { min-width: 1.4em; text-align: center; color: var(--ink-soft); }
`;
