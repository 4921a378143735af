import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Refusal } from '../../model/session/types.ts';
import { words } from '../../words/words.ts';
import { field } from './field.ts';

interface Password {
  readonly name: string;
  readonly label: string;
  readonly testid: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly value?: string;
}

/** Password fields of one form: they can be shown, and say when Caps Lock is on, which nobody sees behind dots. */
export class Passwords implements ReactiveController {
  #shown = new Set<string>();
  #capsIn: string | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected() {
    this.#shown.clear();
  }

  field(spec: Password, refusal: Refusal | undefined) {
    const shown = this.#shown.has(spec.name);
    const { entry } = words();
    const caps = this.#capsIn === spec.name;
    return html`
      <div class="password" @keydown=${(event: KeyboardEvent) => this.#look(event, spec.name)} @keyup=${(event: KeyboardEvent) => this.#look(event, spec.name)}
        @focusout=${() => this.#caps(undefined)}>
        ${field({
          ...spec, type: shown ? 'text' : 'password', extraNote: `${spec.name}-caps`,
          extra: html`<p class="caps" id="${spec.name}-caps" role="status" data-testid="caps-lock">${caps ? entry.capsLock : nothing}</p>`,
        }, refusal)}
        <button class="link" type="button" data-testid="${spec.testid}-show" aria-controls=${spec.name} aria-label=${shown ? entry.hidePassword : entry.showPassword}
          @click=${() => this.#toggle(spec.name)}>${shown ? entry.hide : entry.show}</button>
      </div>`;
  }

  #toggle(name: string) {
    if (!this.#shown.delete(name)) {
      this.#shown.add(name);
    }
    this.host.requestUpdate();
  }

  #look(event: KeyboardEvent, name: string) {
    // Some browsers, filling in a password, send events that are no keys.
    if (event.getModifierState) {
      this.#caps(event.getModifierState('CapsLock') ? name : undefined);
    }
  }

  #caps(name: string | undefined) {
    if (this.#capsIn !== name) {
      this.#capsIn = name;
      this.host.requestUpdate();
    }
  }
}
