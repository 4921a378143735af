import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { nameOf } from '../../model/settings/devices.ts';
import type { Device, Settings } from '../../model/settings/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { agoOf } from '../kit/format.ts';
import { icons } from '../kit/icons.ts';
import { controls } from '../kit/styles.ts';
import { settingsStyles } from './settings-styles.ts';

const PHONES: ReadonlySet<string> = new Set(['iPhone', 'iPad', 'Android']);

/** Where I am signed in, and the way to end that. */
@customElement('parley-devices')
export class ParleyDevices extends LitElement {
  static override styles = [controls, settingsStyles, css`
    ul { list-style: none; margin: 0; padding: 0; display: grid; }
    li { display: flex; align-items: center; gap: var(--space-3); min-height: 56px; border-bottom: 1px solid var(--line); }
    li:last-child { border: none; }
    li > svg { flex: none; color: var(--ink-soft); }
    .what { flex: 1; min-width: 0; }
    .name { font-weight: 600; overflow-wrap: anywhere; }
    .this { padding: 1px 8px; border-radius: 999px; background: var(--accent-soft); color: var(--accent-strong); font-size: var(--text-small); font-weight: 600; }
  `];

  @property({ attribute: false }) settings!: Settings;

  override render() {
    const say = words().settings;
    const { devices, busy, done, refused } = this.settings;
    const others = devices?.filter(({ current }) => !current) ?? [];
    return html`
      <section aria-labelledby="sessions">
        <h2 id="sessions" tabindex="-1">${say.sessions}</h2>
        <div role="alert">${refused?.part === 'devices' || refused?.part === 'session' || refused?.part === 'other_sessions' ? html`<p class="alert">${refused.refusal.detail}</p>` : nothing}</div>
        ${devices
          ? html`<ul aria-labelledby="sessions">${repeat(devices, ({ id }) => id, (device) => this.#row(device))}</ul>`
          : html`<p class="hint">${say.loadingSessions}</p>`}
        <div class="end">
          ${others.length > 0
            ? html`<button class="quiet danger" data-testid="end-other-sessions" ?disabled=${busy === 'other_sessions'} @click=${this.#onOthers}>${say.signOutOthers}</button>`
            : devices ? html`<p class="hint">${say.noOthers}</p>` : nothing}
          <span class="done" role="status" data-testid="sessions-done">${done === 'session' ? say.oneSignedOut : done === 'other_sessions' ? say.othersSignedOut : nothing}</span>
        </div>
      </section>`;
  }

  #row(device: Device) {
    const say = words().settings;
    const { browser, system } = nameOf(device);
    const name = browser && system ? say.device(browser, system) : browser ?? system ?? say.unknownDevice;
    return html`
      <li data-testid="device" data-current=${device.current}>
        ${system && PHONES.has(system) ? icons.phone() : icons.screen()}
        <div class="what">
          <p class="name">${name} ${device.current ? html`<span class="this">${say.thisDevice}</span>` : nothing}</p>
          <p class="hint">${say.lastUsed(agoOf(device.lastUsedAt))}</p>
        </div>
        ${device.current ? nothing : html`
          <button class="quiet" data-testid="end-session" aria-label=${say.signOutThat(name)} ?disabled=${this.settings.busy === 'session'}
            @click=${() => this.#onOne(device)}>${say.signOutOne}</button>`}
      </li>`;
  }

  /** The button goes with what it ended, so the focus goes to the heading of what is left. */
  #onOne({ id }: Device) {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    emit(this, { type: 'end_session', id });
  }

  #onOthers() {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
    emit(this, { type: 'end_other_sessions' });
  }
}
