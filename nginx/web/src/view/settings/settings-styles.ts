import { css } from 'lit';

/** What every part of the settings page looks like. */
export const settingsStyles = css`
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); padding-block: var(--space-5); border-top: 1px solid var(--line); }
  section > [role='alert']:empty { display: none; }
  h2 { font-size: var(--text-large); }
  h3 { font-size: var(--text); }
  form { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--space-4); max-width: 420px; }
  form > [role='alert']:empty { display: none; }
  fieldset { margin: 0; padding: 0; border: none; display: flex; flex-wrap: wrap; gap: var(--space-2); min-width: 0; }
  legend, .label { padding: 0; margin-bottom: 6px; font-weight: 600; }
  fieldset + .hint { margin-block-start: calc(-1 * var(--space-2)); }
  .choice { display: inline-flex; align-items: center; gap: var(--space-2); min-height: 42px; padding: 0 var(--space-3); border: 1px solid var(--line-strong); border-radius: var(--radius); background: var(--raised); cursor: pointer; }
  .choice:has(:checked) { border-color: var(--accent); background: var(--accent-soft); font-weight: 600; }
  .choice:has(:focus-visible) { outline: 2px solid var(--accent); outline-offset: 2px; }
  input[type='radio'], input[type='checkbox'] { flex: none; width: 20px; height: 20px; min-height: 20px; margin: 0; accent-color: var(--accent); }
  .choice input { outline: none; }
  .switch { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px var(--space-3); align-items: start; max-width: 560px; }
  .switch input { margin-top: 1px; }
  .switch label { font-weight: 500; }
  .switch .hint, .switch .wrong { grid-column: 2; }
  .end { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-2) var(--space-3); }
  .end button { display: inline-flex; align-items: center; gap: 6px; }
  .done { color: var(--good); font-weight: 600; }
  .done:empty { display: none; }
  select { max-width: 320px; }
`;
