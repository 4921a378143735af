import { css } from 'lit';

export const roomListStyles = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--surface); }
  .top { display: flex; align-items: center; gap: var(--space-2); padding-block: var(--space-3) var(--space-2); padding-inline: var(--space-4) var(--space-3); font-size: 1.125rem; font-weight: 700; letter-spacing: -0.01em; }
  .brand { flex: 1; }
  .actions { display: grid; grid-template-columns: 1fr 1fr; gap: var(--space-2); padding: 0 var(--space-4) var(--space-3); }
  .actions button { display: inline-flex; align-items: center; justify-content: center; gap: 6px; padding: 0 var(--space-2); }
  main { min-height: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); position: relative; }
  main:focus-visible { outline-offset: -2px; }
  nav { min-height: 0; overflow-y: auto; padding: var(--space-1) var(--space-2); }
  h2 { padding: var(--space-2); font-size: var(--text-small); font-weight: 600; color: var(--ink-soft); }
  ul { list-style: none; margin: 0 0 var(--space-2); padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; }
  .room { width: 100%; min-height: 44px; display: flex; align-items: center; gap: 10px; padding: 0 10px; text-align: start; font-weight: 500; }
  .room svg { flex: none; color: var(--ink-soft); }
  .room .avatar { width: 24px; height: 24px; font-size: 0.625rem; margin-inline: -2px; }
  .room:hover { background: color-mix(in srgb, var(--accent-soft) 55%, transparent); }
  .room:focus-visible { outline-offset: -2px; }
  .room[aria-current] { background: var(--accent-soft); font-weight: 650; }
  .room[aria-current] svg { color: var(--accent); }
  .room .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .room.fresh .name { font-weight: 700; }
  .room.muted .name { color: var(--ink-soft); font-weight: 500; }
  .badge { flex: none; min-width: 22px; padding: 1px 7px; border: 1px solid transparent; border-radius: 999px; font-size: 0.75rem; font-weight: 700; text-align: center; font-variant-numeric: tabular-nums; }
  .badge.some { background: var(--accent-soft); color: var(--accent-strong); border-color: var(--accent); }
  .badge.mine { background: var(--accent); color: var(--accent-ink); }
  .badge.quiet { color: var(--ink-soft); border-color: var(--line); }
  .empty { padding: var(--space-2); color: var(--ink-soft); }
  /* As high as a heading and the rooms below it. */
  .bones { display: grid; gap: 2px; }
  .bones > div { display: flex; align-items: center; gap: 10px; height: 44px; padding: 0 10px; }
  .bones > div:first-child { height: calc(1.45 * var(--text-small) + 2 * var(--space-2) - 2px); padding: 0 var(--space-2); }
  .bone { width: 60%; height: 12px; }
  .bone.mark { width: 20px; height: 20px; }
  .bones > :first-child .bone { width: 64px; height: 10px; }
  .bones > :nth-child(2n) .mark + .bone { width: 40%; }
  .bones > :nth-child(3n) .mark + .bone { width: 72%; }
  aside { display: flex; align-items: center; gap: var(--space-2); padding-block: var(--space-3); padding-inline: var(--space-4) var(--space-3); border-top: 1px solid var(--line); }
  aside .name { flex: 1; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  @media (max-width: 720px) {
    .top { padding-top: max(var(--space-3), env(safe-area-inset-top)); }
    aside { padding-bottom: max(var(--space-3), env(safe-area-inset-bottom)); }
  }
  /* Without colours of our own, borders say what backgrounds did. */
  @media (forced-colors: active) {
    .room[aria-current] { border-color: Highlight; }
    .badge { border-color: CanvasText; }
  }
`;
