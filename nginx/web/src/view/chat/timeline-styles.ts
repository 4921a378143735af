import { css } from 'lit';

export const timelineStyles = css`
  :host { display: grid; position: relative; min-height: 0; min-width: 0; }
  /* The element itself keeps the reading position; two of them would fight. */
  .scroller { overflow-y: auto; overflow-anchor: none; min-height: 0; outline-offset: -3px; }
  .column { max-width: 820px; min-height: 100%; margin-inline: auto; padding: var(--space-4); display: flex; flex-direction: column; }
  .column > .spinner { align-self: center; margin: var(--space-3); flex: none; }
  /* Few messages stand at the bottom, next to where one writes. */
  .column > :first-child { margin-top: auto; }
  .day { display: flex; justify-content: center; margin: 20px 0 4px; }
  .day span {
    padding: 2px 12px; border: 1px solid var(--line); border-radius: 999px;
    background: var(--surface); color: var(--ink-soft); font-size: 0.75rem; font-weight: 600;
  }
  .notice { margin-top: 12px; text-align: center; color: var(--ink-soft); font-size: var(--text-small); }
  .empty { margin-block: auto !important; text-align: center; color: var(--ink-soft); }
  .problem { padding: 10px 12px; border-radius: var(--radius); background: var(--danger-soft); color: var(--danger); text-align: center; }
  .below {
    position: absolute; bottom: 10px; inset-inline: 0; margin-inline: auto; width: fit-content;
    display: inline-flex; align-items: center; gap: 6px; min-height: 36px;
    border-radius: 999px; background: var(--accent); color: var(--accent-ink); box-shadow: var(--shadow); font-size: var(--text-small);
  }
  @media (max-width: 720px) { .column { padding: var(--space-3); } }
`;
