import { css } from 'lit';

export const entryStyles = css`
  :host { display: block; min-height: 100%; }
  main {
    min-height: 100dvh;
    display: grid;
    place-content: center;
    gap: var(--space-4);
    padding: max(var(--space-4), env(safe-area-inset-top)) var(--space-4) max(var(--space-4), env(safe-area-inset-bottom));
    background:
      radial-gradient(60rem 34rem at 85% -10%, var(--accent-soft), transparent 70%),
      radial-gradient(44rem 30rem at -5% 110%, var(--accent-soft), transparent 70%),
      var(--paper);
  }
  .card {
    width: min(400px, calc(100vw - 2 * var(--space-4)));
    padding: clamp(var(--space-4), 6vw, var(--space-5));
    border: 1px solid var(--line);
    border-radius: var(--radius-large);
    background: var(--surface);
    box-shadow: var(--shadow);
    display: grid;
    gap: var(--space-4);
  }
  .brand { display: flex; align-items: center; gap: var(--space-2); font-size: 1.25rem; font-weight: 700; letter-spacing: -0.01em; }
  h1 { font-size: 1.375rem; line-height: 1.2; letter-spacing: -0.015em; }
  form { display: grid; gap: var(--space-4); }
  form > [role='alert']:empty { display: none; }
  .remark { padding: 10px 12px; border-radius: var(--radius); background: var(--warn-soft); color: var(--warn); }
  .remark.invited { background: var(--accent-soft); color: var(--accent-strong); }
  .primary { min-height: 44px; }
  .switch { text-align: center; color: var(--ink-soft); }
  .line { text-align: center; color: var(--ink-soft); font-size: var(--text-small); }
`;
