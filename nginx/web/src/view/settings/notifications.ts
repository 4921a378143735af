import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Preferences } from '../../model/preferences/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import { controls } from '../kit/styles.ts';
import { settingsStyles } from './settings-styles.ts';

/** Whether this device tells of messages. The browser is asked only when somebody switches it on. */
@customElement('parley-notification-settings')
export class ParleyNotificationSettings extends LitElement {
  static override styles = [controls, settingsStyles];

  @property({ attribute: false }) preferences!: Preferences;
  @state() private permission = typeof Notification === 'undefined' ? undefined : Notification.permission;

  override render() {
    const say = words().settings;
    const { notify, notifyContent } = this.preferences;
    const isOn = notify && this.permission === 'granted';
    const missing = this.permission === undefined;
    return html`
      <section aria-labelledby="notifications">
        <h2 id="notifications">${say.notifications}</h2>
        <div class="switch">
          <input type="checkbox" id="notify" data-testid="notify" .checked=${isOn} ?disabled=${missing} aria-describedby="notify-hint" @change=${this.#onNotify}>
          <label for="notify">${say.notify}</label>
          <p class=${this.permission === 'denied' ? 'wrong' : 'hint'} id="notify-hint" role="status" data-testid="notify-hint">
            ${missing ? say.notifyMissing : this.permission === 'denied' ? say.notifyBlocked : say.notifyHint}</p>
        </div>
        ${isOn ? html`
          <div class="switch">
            <input type="checkbox" id="content" data-testid="notify-content" .checked=${notifyContent} aria-describedby="content-hint"
              @change=${(event: Event) => this.#prefer({ notifyContent: (event.target as HTMLInputElement).checked })}>
            <label for="content">${say.notifyContent}</label>
            <p class="hint" id="content-hint">${say.notifyContentHint}</p>
          </div>` : nothing}
      </section>`;
  }

  async #onNotify(event: Event) {
    const box = event.target as HTMLInputElement;
    const wanted = box.checked;
    if (wanted) {
      this.permission = await Notification.requestPermission();
    }
    const notify = wanted && this.permission === 'granted';
    box.checked = notify;
    this.#prefer({ notify });
  }

  #prefer(change: Partial<Preferences>) {
    emit(this, { type: 'prefer', change });
  }
}
