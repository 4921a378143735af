import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isSaidAt } from '../../model/session/refusal.ts';
import type { Refusal } from '../../model/session/types.ts';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly testid: string;
  readonly type?: string;
  readonly autocomplete?: string;
  readonly hint?: string | undefined;
  readonly value?: string;
  readonly optional?: boolean;
  readonly maxlength?: number;
  /** Beside the input, and what is to be read with it. */
  readonly extra?: TemplateResult;
  readonly extraNote?: string | undefined;
}

/** A labelled input whose hint and error belong to it for everybody, also for who cannot see them. */
export function field(spec: Field, refusal: Refusal | undefined) {
  const wrong = refusal?.fields[spec.name];
  // The error says the rule again, so it takes the hint's place.
  const note = wrong ?? spec.hint;
  const described = [note && `${spec.name}-note`, spec.extraNote].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for=${spec.name}>${spec.label}</label>
      <input id=${spec.name} name=${spec.name} type=${spec.type ?? 'text'} data-testid=${spec.testid} dir="auto"
        autocomplete=${(spec.autocomplete ?? 'off') as 'off'} autocapitalize="none" spellcheck="false"
        maxlength=${ifDefined(spec.maxlength)} value=${spec.value ?? ''} ?required=${!spec.optional}
        aria-invalid=${wrong ? 'true' : 'false'} aria-describedby=${ifDefined(described || undefined)}>
      ${spec.extra ?? nothing}
      ${note ? html`<p class=${wrong ? 'wrong' : 'hint'} id="${spec.name}-note">${note}</p>` : nothing}
    </div>`;
}

/**
 * What the server said about the form as a whole; the place is always there, so that it is read out when it fills.
 * What stands at one of its fields already is only read out.
 */
export function formError(refusal: Refusal | undefined, ...names: readonly string[]) {
  return html`<div role="alert">${refusal
    ? html`<p class=${isSaidAt(refusal, names) ? 'unseen-text' : 'alert'} data-testid="form-error">${refusal.detail}</p>`
    : nothing}</div>`;
}

/** The entered values by field name, without blanks around what is not a secret. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, name.includes('password') ? String(value) : String(value).trim()]),
  );
}
