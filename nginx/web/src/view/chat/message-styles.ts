import { css } from 'lit';

export const messageStyles = css`
  /* What stands below takes its room from the last column, never from the bubble. */
  .message { display: grid; grid-template-columns: 34px minmax(0, max-content) auto minmax(0, 1fr); column-gap: 10px; align-items: end; margin-top: 3px; }
  /* One that is added or grows leaves the layout of all others alone: that halves the long tasks while many arrive. */
  .message { contain: layout style; position: relative; }
  .message:hover, .message:focus-within { z-index: 1; }
  .message.first { margin-top: 14px; }
  .message.mine { grid-template-columns: minmax(0, 1fr) auto minmax(0, max-content); padding-inline-start: 6%; }
  .message.theirs { padding-inline-end: 6%; }
  .mine .bubble { grid-area: 1 / 3; }
  .mine .tools { grid-area: 1 / 2; }
  .under { grid-column: 2 / -1; display: grid; justify-items: start; min-width: 0; }
  .mine .under { grid-column: 1 / -1; justify-items: end; }
  .bubble {
    min-width: 0; padding: 8px 12px;
    border: 1px solid var(--line); border-radius: 14px;
    background: var(--theirs);
    transition: background var(--quick);
  }
  .mine .bubble { --quote: color-mix(in srgb, var(--surface) 55%, transparent); background: var(--mine); border-color: transparent; }
  .theirs .bubble { border-start-start-radius: 5px; }
  .theirs.first .bubble { border-start-start-radius: 14px; }
  .theirs.last .bubble { border-end-start-radius: 4px; }
  .mine .bubble { border-start-end-radius: 5px; }
  .mine.first .bubble { border-start-end-radius: 14px; }
  .mine.last .bubble { border-end-end-radius: 4px; }
  .editing .bubble { width: min(520px, 72vw); background: var(--surface); border-color: var(--accent); }
  .name { display: block; width: fit-content; max-width: 100%; font-size: var(--text-small); font-weight: 650; color: var(--accent); margin-bottom: 1px; overflow-wrap: anywhere; }
  .bubble parley-quote { margin-bottom: 4px; }
  .removed .bubble { background: none; border: 1px dashed var(--line-strong); }
  .content { display: inline; }
  .removed .content { font-style: italic; color: var(--ink-soft); }
  /* The time floats into the last line where there is room. */
  .meta { float: inline-end; display: inline-flex; align-items: center; gap: 4px; margin-block: 5px -3px; margin-inline-start: 12px; font-size: 0.6875rem; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  /* Words stand on the side they are read from, whichever the page is, and the time behind them. */
  .bubble:has(> .content:dir(ltr)) { text-align: left; }
  .bubble:has(> .content:dir(ltr)) .meta { float: right; margin-inline: 0; margin-left: 12px; }
  .bubble:has(> .content:dir(rtl)) { text-align: right; }
  .bubble:has(> .content:dir(rtl)) .meta { float: left; margin-inline: 0; margin-right: 12px; }
  .bubble:has(.large) .meta { margin-block-start: 28px; }
  /* Paler, but the words keep their contrast. */
  .pending .bubble { background: color-mix(in srgb, var(--mine) 45%, var(--paper)); border: 1px dashed var(--line-strong); }
  .failed .bubble, .refused .bubble { border-color: var(--danger); background: var(--danger-soft); }
  /* Marked by a bar and by words, not by colour alone. */
  .mentioned .bubble { border-inline-start: 4px solid var(--accent); }
  .to-me { display: block; width: fit-content; margin-bottom: 2px; padding: 0 6px; border-radius: 6px; background: var(--accent-soft); color: var(--accent); font-size: 0.75rem; font-weight: 650; }
  /* The message somebody asked for: it flashes once and stays marked. */
  .target .bubble { outline: 2px solid var(--accent); outline-offset: 2px; animation: found 1.6s ease-out; }
  @keyframes found { from { background: var(--accent-soft); outline-width: 6px; } }
  @media (prefers-reduced-motion: reduce) { .target .bubble { animation: none; } }
  .message:focus-visible { outline-offset: 4px; border-radius: var(--radius); }
  .message { scroll-margin-block: 48px; }
  .clock { width: 11px; height: 11px; border: 1.5px solid currentcolor; border-radius: 50%; position: relative; }
  .clock::after { content: ''; position: absolute; left: 3.2px; top: 1px; width: 2.6px; height: 3.6px; border: solid currentcolor; border-width: 0 0 1.3px 1.3px; }
  .failure { display: flex; flex-wrap: wrap; align-items: center; gap: 2px 6px; margin-top: 4px; color: var(--danger); font-size: var(--text-small); font-weight: 500; }
  .mine .failure { justify-content: flex-end; }
  .failure .link { color: inherit; }
  .waiting { margin-top: 4px; color: var(--ink-soft); font-size: var(--text-small); }

  /* There for keys and readers all the time, to be seen where the pointer is; a touch screen has no pointer. */
  .more { min-width: 36px; min-height: 36px; opacity: 0; }
  @media (max-width: 720px) {
    .message { column-gap: 6px; }
    .message.mine { padding-inline-start: 0; }
    .message.theirs { padding-inline-end: 0; }
  }
  .tools { display: inline-flex; }
  .tools .reply { display: none; min-width: 36px; min-height: 36px; opacity: 0; }
  @media (hover: hover) and (min-width: 721px) { .tools .reply { display: inline-grid; } .mine .tools { flex-direction: row-reverse; } }
  .message:hover :is(.more, .reply), .more:focus-visible, .more[aria-expanded='true'] { opacity: 1; }
  @media (hover: none) { .more { opacity: 0.75; } }
  .reactions { display: flex; flex-wrap: wrap; gap: 4px; margin-block: 4px 3px; }
  .mine .reactions { justify-content: flex-end; }
  .chip { min-height: 28px; padding: 0 9px; border-radius: 999px; border-color: var(--line); background: var(--raised); font-size: var(--text-small); font-weight: 500; }
  .chip:hover { border-color: var(--line-strong); }
  .chip[aria-pressed='true'] { border-color: var(--accent); background: var(--accent-soft); font-weight: 650; }
  @media (hover: none) { .chip { min-height: 34px; } }
  @media (forced-colors: active) { .chip[aria-pressed='true'] { border: 2px solid Highlight; } }
`;
