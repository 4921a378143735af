import { css } from 'lit';

export const contentStyles = css`
  .content { overflow-wrap: anywhere; }
  .plain, .content p { white-space: pre-wrap; }
  .content .large { font-size: 2.25rem; line-height: 1.25; }
  .content > :is(p, ul, ol, blockquote, .code-block, .table, hr):not(:first-child) { margin-block-start: 6px; }
  .content :is(ul, ol) { margin-block: 0; padding-inline-start: 1.6em; }
  .content li > :is(p, ul, ol) { margin-block: 2px; }
  .content blockquote { margin-inline: 0; margin-block-end: 0; padding-inline-start: var(--space-3); border-inline-start: 3px solid var(--line-strong); color: var(--ink-soft); }
  .content hr { border: none; border-top: 1px solid var(--line-strong); margin-block-end: 6px; }
  .content a { color: var(--accent-strong); text-underline-offset: 3px; border-radius: 3px; }
  .content code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.875em; }
  .content :not(pre) > code { padding: 1px 5px; border-radius: 5px; border: 1px solid var(--line); background: var(--surface); }
  /* Code reads from left to right in every language. */
  .content .code-block { position: relative; direction: ltr; }
  .content pre {
    margin: 0; padding: 10px 12px; padding-inline-end: 44px; max-height: 24em; overflow: auto; text-align: start;
    border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); line-height: 1.45; white-space: pre;
  }
  .content parley-copy-code { position: absolute; inset-block-start: 1px; inset-inline-end: 1px; padding: 2px; border-radius: var(--radius); background: var(--surface); }
  .content .table { overflow-x: auto; max-width: 100%; }
  .content table { border-collapse: collapse; }
  .content :is(th, td) { padding: 4px 10px; border: 1px solid var(--line-strong); text-align: start; overflow-wrap: normal; }
  .content .to-center { text-align: center; }
  .content .to-right { text-align: end; }
  .content .mention { padding: 0 4px; border-radius: 5px; background: var(--accent-soft); color: var(--accent-strong); font-weight: 600; }
  .mine .content .mention { background: var(--surface); }
  @media (forced-colors: active) { .content .mention { border: 1px solid; } }
`;
