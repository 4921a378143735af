import { html } from 'lit';
import { words } from '../../words/words.ts';

/** In the place of a list that is on its way. */
export function waiting() {
  return html`<div class="wait coming" role="status"><div class="spinner"></div><span class="unseen-text">${words().entry.moment}</span></div>`;
}
