import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { titleOf } from '../../model/rooms/order.ts';
import type { Room, Rooms } from '../../model/rooms/types.ts';
import { words } from '../../words/words.ts';
import { emit } from '../emit.ts';
import '../kit/dialog.ts';
import { field, formError, valuesOf } from '../kit/field.ts';
import { focusWrong } from '../kit/focus.ts';
import { controls } from '../kit/styles.ts';

/** What a room is called and about, which its owner changes; whether it may disturb me; who may come in; the way out. */
@customElement('parley-room-details')
export class ParleyRoomDetails extends LitElement {
  static override styles = [controls, css`
    form { display: grid; gap: var(--space-4); padding-top: var(--space-1); }
    form > [role='alert']:empty { display: none; }
    .end { display: flex; justify-content: flex-end; }
    dl { display: grid; gap: var(--space-3); margin: 0; }
    dt { font-weight: 600; }
    dd { margin: 0; color: var(--ink-soft); overflow-wrap: anywhere; white-space: pre-line; }
    section { border-block-start: 1px solid var(--line); margin-block-start: var(--space-4); padding-block-start: var(--space-4); display: flex; flex-wrap: wrap; gap: var(--space-2); }
    section:first-of-type:not(form + section, dl + section) { border: none; margin: 0; padding-block-start: var(--space-1); }
    .mute { flex: 1 1 100%; display: grid; grid-template-columns: auto 1fr; column-gap: 10px; align-items: start; cursor: pointer; min-height: 40px; }
    .mute input { width: 20px; min-height: 20px; margin: 2px 0; accent-color: var(--accent); }
    .mute b { font-weight: 600; }
    .mute span { grid-column: 2; color: var(--ink-soft); font-size: var(--text-small); }
  `];

  @property({ attribute: false }) room!: Room;
  @property({ attribute: false }) rooms!: Rooms;

  override render() {
    const { room } = this;
    const say = words().details;
    const isDirect = room.kind === 'direct';
    const mayChange = room.isOwner && !isDirect;
    return html`
      <parley-dialog heading=${isDirect ? titleOf(room) : say.title}>
        ${mayChange ? this.#form() : html`${formError(this.rooms.refusal)}${isDirect ? nothing : this.#text()}`}
        <section>
          <label class="mute">
            <input type="checkbox" data-testid="mute-room" .checked=${room.muted ?? false} @change=${this.#onMute}>
            <b>${isDirect ? say.muteDirect : say.mute}</b><span>${isDirect ? say.muteDirectHint : say.muteHint}</span>
          </label>
        </section>
        ${isDirect ? nothing : html`
          <section>
            ${mayChange ? html`
              <button class="quiet" data-testid="open-invitations" @click=${() => emit(this, { type: 'open_dialog', dialog: 'invitations' })}>${say.invite}</button>` : nothing}
            <button class="quiet" data-testid="details-members" @click=${() => emit(this, { type: 'open_dialog', dialog: 'members' })}>${words().rooms.members}</button>
            <button class="quiet danger" data-testid="details-leave" @click=${() => emit(this, { type: 'open_dialog', dialog: 'leave' })}>${words().rooms.leave}</button>
          </section>`}
      </parley-dialog>`;
  }

  #form() {
    const { room } = this;
    const { refusal, busy } = this.rooms;
    const say = words().details;
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        ${formError(refusal, 'name', 'topic', 'description')}
        ${field({ name: 'name', label: words().rooms.name, testid: 'details-name', maxlength: 80, value: room.name }, refusal)}
        ${field({ name: 'topic', label: say.topic, testid: 'details-topic', optional: true, maxlength: 250, value: room.topic ?? '', hint: say.topicHint }, refusal)}
        ${field({ name: 'description', label: words().rooms.about, testid: 'details-description', optional: true, maxlength: 500, value: room.description }, refusal)}
        <div class="end"><button class="primary" type="submit" data-testid="details-save" ?disabled=${busy}>${busy ? say.saving : say.save}</button></div>
      </form>`;
  }

  #text() {
    const { name, topic, description } = this.room;
    const say = words().details;
    const rows: readonly (readonly [string, string | undefined])[] = [[words().rooms.name, name], [say.topic, topic], [words().rooms.about, description]];
    return html`<dl>${rows.map(([label, text]) => (text ? html`<div><dt>${label}</dt><dd dir="auto">${text}</dd></div>` : nothing))}</dl>`;
  }

  override updated(changed: PropertyValues<this>) {
    const before = changed.get('rooms') as Rooms | undefined;
    if (before) {
      focusWrong(this.renderRoot, before.refusal, this.rooms.refusal);
    }
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const { name = '', topic = '', description = '' } = valuesOf(event.target as HTMLFormElement);
    emit(this, { type: 'change_room', roomId: this.room.id, name, topic, description });
  }

  #onMute(event: Event) {
    emit(this, { type: 'mute_room', roomId: this.room.id, muted: (event.target as HTMLInputElement).checked });
  }
}
