import { css } from 'lit';

/** Controls every element uses; each adopts this sheet beside its own. */
export const controls = css`
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h1, h2, h3, p { margin: 0; }
  button, input, textarea, select { font: inherit; color: inherit; }
  /* A name in another script keeps its own direction, and its place beside what belongs to it. What people wrote in lines goes by its own. */
  [dir='auto']:not(input, textarea, .content) { text-align: -webkit-match-parent; text-align: match-parent; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

  button {
    min-height: 40px;
    padding: var(--space-1) var(--space-4);
    border: 1px solid transparent;
    border-radius: var(--radius);
    background: none;
    font-weight: 600;
    cursor: pointer;
    transition: background var(--quick), border-color var(--quick), color var(--quick);
  }
  button:disabled { cursor: default; opacity: 0.55; }
  button.primary { background: var(--accent); color: var(--accent-ink); }
  button.primary:hover:not(:disabled) { background: var(--accent-strong); }
  button.quiet { border-color: var(--line); background: var(--raised); }
  button.quiet:hover:not(:disabled) { border-color: var(--line-strong); }
  button.icon { min-width: 40px; padding: 0; display: inline-grid; place-items: center; color: var(--ink-soft); }
  button.icon:hover { background: var(--accent-soft); color: var(--ink); }
  button.link {
    min-height: 24px; padding: 0 var(--space-1); color: var(--accent);
    text-decoration: underline; text-underline-offset: 3px; border-radius: 4px;
  }
  button.danger { color: var(--danger); }
  button.primary.danger { background: var(--danger); color: var(--danger-ink); }
  button.primary.danger:hover:not(:disabled) { background: var(--danger); filter: brightness(1.08); }
  button svg { vertical-align: -3px; }
  .flips:dir(rtl) { transform: scaleX(-1); }

  input, textarea, select {
    width: 100%;
    min-height: 42px;
    padding: 9px 12px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--raised);
  }
  input:focus-visible, textarea:focus-visible, select:focus-visible { outline-offset: 0; border-color: var(--accent); }
  input[aria-invalid='true'] { border-color: var(--danger); }
  ::placeholder { color: var(--ink-soft); opacity: 1; }

  .field { display: grid; gap: 6px; }
  .password { position: relative; }
  .password label { padding-inline-end: 5.5em; }
  .password > button { position: absolute; inset-block-start: -1px; inset-inline-end: calc(-1 * var(--space-1)); font-size: var(--text-small); }
  .caps { color: var(--warn); font-size: var(--text-small); font-weight: 500; }
  .caps:empty { display: none; }
  .field label { font-weight: 600; }
  .hint { color: var(--ink-soft); font-size: var(--text-small); }
  .wrong { color: var(--danger); font-size: var(--text-small); font-weight: 500; }
  .alert {
    padding: 10px 12px;
    border-radius: var(--radius);
    background: var(--danger-soft);
    color: var(--danger);
    font-weight: 500;
  }
  .unseen-text {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  [role='alert']:has(> .unseen-text) { position: absolute; }
  .spinner {
    width: 20px; height: 20px; border-radius: 50%;
    border: 2.5px solid var(--line); border-top-color: var(--accent);
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn { to { transform: rotate(1turn); } }
  @media (prefers-reduced-motion: reduce) { .spinner { animation-duration: 3s; } }
  .wait { display: grid; place-items: center; padding: var(--space-5); }

  /* The shape of what is on its way, and words for it. What comes at once is not announced by either. */
  .coming > * { transition: visibility 0s 150ms; }
  @starting-style { .coming > * { visibility: hidden; } }
  .bones { opacity: 0.9; animation: breathe 1.4s ease-in-out infinite alternate; }
  .bone { border-radius: 6px; background: var(--line); }
  @keyframes breathe { from { opacity: 0.5; } to { opacity: 0.9; } }
  @media (prefers-reduced-motion: reduce) { .bones { animation: none; } }
  @media (forced-colors: active) { .bone { border: 1px solid GrayText; background: none; } }
`;
