import { css } from 'lit';

export const timelineStyles = css`
  :host { display: grid; position: relative; min-height: 0; min-width: 0; }
  /* The element itself keeps the reading position; two of them would fight. */
  .scroller { overflow-y: auto; overflow-anchor: none; min-height: 0; outline-offset: -3px; isolation: isolate; }
  .column { max-width: 820px; min-height: 100%; margin-inline: auto; padding: var(--space-4); display: flex; flex-direction: column; }
  .column > .spinner { align-self: center; margin: var(--space-3); flex: none; }
  /* Over the list and no part of it, so that nothing moves when the messages come. */
  .coming { position: absolute; inset: 0; overflow: hidden; pointer-events: none; display: grid; grid-template-rows: minmax(0, 1fr); align-items: end; }
  .bones { width: min(820px, 100%); margin-inline: auto; padding: var(--space-4); display: grid; gap: 14px; }
  .bones > div { display: flex; gap: 10px; align-items: end; }
  .bones > .mine { justify-content: end; }
  .theirs > .bone { margin-inline-start: 44px; }
  .bones .bone { width: 46%; height: 40px; border-radius: 14px; }
  .bones .tall > .bone { width: 58%; height: 62px; }
  .bones .short > .bone { width: 28%; }
  /* Few messages stand at the bottom, next to where one writes. */
  .column > :first-child { margin-top: auto; }
  /* It stays at the top while its messages go by, and the next day pushes it away. */
  .day { position: sticky; top: var(--space-2); z-index: 2; display: flex; justify-content: center; margin: 20px 0 4px; pointer-events: none; }
  .day span {
    padding: 2px 12px; border: 1px solid var(--line); border-radius: 999px;
    background: var(--surface); color: var(--ink-soft); font-size: 0.75rem; font-weight: 600;
  }
  .new { display: flex; align-items: center; gap: var(--space-3); margin: 16px 0 2px; color: var(--danger); font-size: var(--text-small); font-weight: 650; }
  .new::before, .new::after { content: ''; flex: 1; border-top: 1px solid currentcolor; }
  /* Beside the day in the middle of the top, and over it where there is no room for both. */
  .new::after { flex: 0 0 var(--space-4); }
  .new span { position: relative; z-index: 3; background: var(--paper); }
  .notice { margin-top: 12px; text-align: center; color: var(--ink-soft); font-size: var(--text-small); }
  .empty { margin-block: auto !important; display: grid; justify-items: center; gap: var(--space-3); text-align: center; text-wrap: balance; color: var(--ink-soft); }
  .empty button { color: var(--ink); }
  .problem { margin-block: var(--space-3); padding: 10px 12px; border-radius: var(--radius); background: var(--danger-soft); color: var(--danger); text-align: center; }
  .problem .link { color: inherit; }
  .bars {
    position: absolute; top: 44px; inset-inline: var(--space-3); z-index: 3; pointer-events: none;
    display: grid; justify-items: center; gap: var(--space-2);
  }
  .bar {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 2px var(--space-2); pointer-events: auto;
    padding: 4px 14px; border: 1px solid var(--line-strong); border-radius: var(--radius-large);
    background: var(--raised); box-shadow: var(--shadow); font-size: var(--text-small); font-weight: 500;
  }
  .bar.warn { background: var(--warn-soft); border-color: transparent; color: var(--warn); }
  .bar.warn .link { color: inherit; }
  .bar input { width: auto; }
  form.bar { flex-wrap: nowrap; max-width: 100%; }
  form.bar > * { flex: none; }
  form.bar > input { flex: 0 1 auto; min-width: 0; }
  .bar label { font-weight: 600; }
  @media (max-width: 400px) { .bar label { position: absolute; clip-path: inset(50%); } }
  .below {
    position: absolute; bottom: 10px; inset-inline: 0; margin-inline: auto; width: fit-content;
    display: inline-flex; align-items: center; gap: 6px; min-height: 36px;
    border-radius: 999px; background: var(--accent); color: var(--accent-ink); box-shadow: var(--shadow); font-size: var(--text-small);
  }
  /* In a low window, or in one that is magnified, the day goes with its messages. */
  @media (max-height: 420px) { .day { position: static; } }
  @media (max-width: 720px) { .column, .bones { padding: var(--space-3); } }
  @media (forced-colors: active) { .bar, .below, .day span { border: 1px solid; background: Canvas; } .new span { background: Canvas; } .below { color: ButtonText; } }
`;
