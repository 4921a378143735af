import { css } from 'lit';

export const shellStyles = css`
  :host { display: grid; grid-template: minmax(0, 1fr) / minmax(260px, 320px) minmax(0, 1fr); height: 100%; position: relative; overflow: hidden;
    /* A phone on its side has its camera at either end. */
    padding-inline: max(env(safe-area-inset-left), env(safe-area-inset-right)); background: var(--surface);
  }
  parley-room-list { border-inline-end: 1px solid var(--line); min-height: 0; min-width: 0; }
  main { min-width: 0; min-height: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); background: var(--paper); }
  main:focus { outline: none; }
  main:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
  /* They stand in the middle of what one reads, not of the page. */
  parley-connection, [role='alert'] { grid-area: 1 / 2; }
  .skip {
    position: absolute; inset-block-start: var(--space-2); inset-inline-start: var(--space-2); z-index: 6;
    background: var(--accent); color: var(--accent-ink);
  }
  .skip:not(:focus) { width: 1px; height: 1px; min-height: 0; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  [role='alert'] { position: absolute; inset: auto 0 0; height: 0; }
  .trouble {
    position: absolute; inset-inline: 0; bottom: 96px; margin-inline: auto; z-index: 5;
    width: fit-content; max-width: calc(100% - 2 * var(--space-4));
    display: flex; align-items: center; gap: var(--space-2);
    padding-block: var(--space-1); padding-inline: var(--space-4) var(--space-1);
    border: 1px solid transparent; border-radius: var(--radius); background: var(--danger-soft); color: var(--danger);
    box-shadow: var(--shadow); font-weight: 500;
  }
  .trouble button { color: inherit; }
  @media (max-width: 720px) {
    :host { grid-template-columns: minmax(0, 1fr); }
    :host([in-pane]) parley-room-list, :host(:not([in-pane])) main { display: none; }
    parley-room-list { border: none; }
    parley-connection, [role='alert'] { grid-area: 1 / 1; }
  }
`;
