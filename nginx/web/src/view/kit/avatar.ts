import { css, html } from 'lit';

const HUES = 8;

/** Initials on a colour that stays with the person. Decoration: the name stands beside it. */
export const avatar = (id: number, name: string) =>
  html`<span class="avatar hue-${id % HUES}" aria-hidden="true">${initialsOf(name)}</span>`;

function initialsOf(name: string): string {
  const words = name.split(/[\s._-]+/).filter((word) => word !== '');
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => [...word][0]) : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toUpperCase();
}

/* White on each is 4.5:1 or better; high contrast has no hues. */
export const avatarStyles = css`
  .avatar {
    flex: none; width: 34px; height: 34px; border-radius: 50%;
    display: inline-grid; place-items: center;
    color: var(--avatar-ink, #fff); font-size: 0.75rem; font-weight: 700; letter-spacing: 0.02em; user-select: none;
  }
  .hue-0 { background: var(--avatar, #0c7063); }
  .hue-1 { background: var(--avatar, #a14a1b); }
  .hue-2 { background: var(--avatar, #4a57a8); }
  .hue-3 { background: var(--avatar, #8a3a77); }
  .hue-4 { background: var(--avatar, #2f6f9c); }
  .hue-5 { background: var(--avatar, #7a5c12); }
  .hue-6 { background: var(--avatar, #b03a4a); }
  .hue-7 { background: var(--avatar, #4f6b2a); }
`;
