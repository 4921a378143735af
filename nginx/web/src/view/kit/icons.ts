import { svg, html, type TemplateResult } from 'lit';

const line = (path: TemplateResult, flips = false) => html`
  <svg class=${flips ? 'flips' : ''} width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

/** Drawn for this page, those that point somewhere turned round where one reads from the right; every use stands beside a text or inside a labelled control. */
export const icons = {
  plus: () => line(svg`<path d="M12 5v14M5 12h14"/>`),
  search: () => line(svg`<circle cx="11" cy="11" r="6.5"/><path d="m16 16 4.5 4.5"/>`),
  send: () => line(svg`<path d="M4.5 4.5 20.5 12l-16 7.5L7.5 12z"/><path d="M7.5 12h6"/>`, true),
  back: () => line(svg`<path d="M15 5l-7 7 7 7"/>`, true),
  close: () => line(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  people: () => line(svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0"/><path d="M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5"/>`),
  door: () => line(svg`<path d="M14 4H6v16h8"/><path d="M11 12h10M17 8l4 4-4 4"/>`, true),
  hash: () => line(svg`<path d="M9.5 4 7.5 20M16.5 4l-2 16M4.5 9h16M3.5 15h16"/>`),
  compass: () => line(svg`<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5z"/>`),
  lock: () => line(svg`<rect x="5" y="10.5" width="14" height="9.5" rx="2.5"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`),
  more: () => line(svg`<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="2.8"/>`),
  copy: () => line(svg`<rect x="9" y="9" width="11" height="11" rx="2.5"/><path d="M5.5 15A1.5 1.5 0 0 1 4 13.5v-8A1.5 1.5 0 0 1 5.5 4h8A1.5 1.5 0 0 1 15 5.5"/>`),
  smile: () => line(svg`<circle cx="12" cy="12" r="8.5"/><path d="M8.5 14.5a4.2 4.2 0 0 0 7 0M9 9.5h.01M15 9.5h.01"/>`),
  reply: () => line(svg`<path d="M9 7 4 12l5 5"/><path d="M4 12h9a7 7 0 0 1 7 7"/>`, true),
  link: () => line(svg`<path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.700l1-1"/>`),
  pencil: () => line(svg`<path d="M4 20l1-4.500L16.500 4a2 2 0 0 1 3 3L8.500 19z"/>`),
  bin: () => line(svg`<path d="M4.500 7h15M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13"/>`),
  calendar: () => line(svg`<rect x="3.5" y="5.5" width="17" height="15" rx="2.5"/><path d="M3.5 10.5h17M8 3v5M16 3v5"/>`),
  gear: () => line(svg`<circle cx="12" cy="12" r="2.8"/><path stroke-width="1.7" d="M10.6 5.8L10.6 2.9L13.4 2.9L13.4 5.8L15.4 6.6L17.5 4.6L19.4 6.5L17.4 8.6L18.2 10.6L21.1 10.6L21.1 13.4L18.2 13.4L17.4 15.4L19.4 17.5L17.5 19.4L15.4 17.4L13.4 18.2L13.4 21.1L10.6 21.1L10.6 18.2L8.6 17.4L6.5 19.4L4.6 17.5L6.6 15.4L5.8 13.4L2.9 13.4L2.9 10.6L5.8 10.6L6.6 8.6L4.6 6.5L6.5 4.6L8.6 6.6z"/>`),
  keyboard: () => line(svg`<rect x="3" y="6" width="18" height="12" rx="2.5"/><path d="M7 10h.01M11 10h.01M15 10h.01M17 10h.01M8 14h8" stroke-width="2.2"/>`),
  person: () => line(svg`<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>`),
  personOut: () => line(svg`<circle cx="9.5" cy="8" r="3.5"/><path d="M3 20a6.5 6.5 0 0 1 13 0M16.5 9.5h5"/>`),
  letter: () => line(svg`<rect x="3" y="5.5" width="18" height="13" rx="2.5"/><path d="m4 7.5 8 6 8-6"/>`),
  about: () => line(svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5"/><path d="M12 7.8h.01" stroke-width="2.6"/>`),
  screen: () => line(svg`<rect x="3" y="4.5" width="18" height="12" rx="2"/><path d="M9 20h6M12 16.5V20"/>`),
  phone: () => line(svg`<rect x="7" y="3" width="10" height="18" rx="2.5"/><path d="M11 17.5h2"/>`),
  muted: () => line(svg`<path d="M18 16H5.5c1.6-1.6 2-3 2-6a4.5 4.5 0 0 1 7.6-3.2M16.5 10c0 1.4.1 2.5.4 3.4M10.5 19.5h3M4 4l16 16"/>`),
  down: () => line(svg`<path d="M12 5v14M6 13l6 6 6-6"/>`),
};

export const logo = (size: number) => html`
  <svg width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true">
    <path fill="var(--accent)" d="M6 3h20a4 4 0 0 1 4 4v13a4 4 0 0 1-4 4H15l-7 6v-6H6a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z"/>
    <path fill="none" stroke="var(--accent-ink)" stroke-width="2.6" stroke-linecap="round" d="M9 11h14M9 16.5h8"/>
  </svg>`;
