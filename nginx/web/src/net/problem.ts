import type { Refusal } from '../model/session/types.ts';
import { words } from '../words/words.ts';

/** An answer that was not a success, or no answer at all (status 0). `message` is a sentence for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly fields: Readonly<Record<string, string>> = {},
    /** How long the server asked to wait. */
    readonly retryAfterMs?: number | undefined,
  ) {
    super(detail);
  }

  /** Worth trying again by itself: nobody answered, or somebody who said "not now". */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** Nobody knows: no answer, or something broke. Whoever names a time to try again has not done it. */
  get mayBeDone(): boolean {
    return this.status === 0 || (this.status >= 500 && this.retryAfterMs === undefined);
  }

  /** For who calls a field otherwise than the server does. */
  renamed(field: string, name: string): Problem {
    const { [field]: wrong, ...others } = this.fields;
    return wrong === undefined ? this : new Problem(this.status, this.code, this.message, { ...others, [name]: wrong }, this.retryAfterMs);
  }

  toRefusal(): Refusal {
    return { detail: this.message, fields: this.fields };
  }
}

export const unreachable = () =>
  new Problem(0, 'unreachable', sentenceOf('unreachable') ?? '');

/** Codes about one field that come without errors[]. */
const FIELD_OF_CODE: Readonly<Record<string, string>> = {
  username_taken: 'username',
  email_taken: 'email',
  weak_password: 'password',
};

/** Reads application/problem+json; whatever else comes back still gives a sentence. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => undefined) as Record<string, unknown> | undefined;
  const code = text(body?.['code']) ?? `http_${response.status}`;
  const detail = sentenceOf(code) ?? text(body?.['detail']) ?? text(body?.['title']) ?? sentenceFor(response.status);
  const fields: Record<string, string> = {};
  for (const error of Array.isArray(body?.['errors']) ? body['errors'] as Record<string, unknown>[] : []) {
    const field = text(error['field']);
    if (field) {
      fields[field] = words().fields[field] ?? text(error['message']) ?? detail;
    }
  }
  const named = FIELD_OF_CODE[code];
  if (named && !fields[named]) {
    fields[named] = detail;
  }
  return new Problem(response.status, code, detail, fields, retryAfterOf(response.headers.get('Retry-After')));
}

/** In seconds; no server of ours names a date. */
function retryAfterOf(header: string | null): number | undefined {
  const seconds = Number(header ?? NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : unreachable();
}

/** In the language of the page, for codes it knows. */
export function sentenceOf(code: string | undefined): string | undefined {
  return code === undefined ? undefined : words().problems[code];
}

function sentenceFor(status: number): string {
  return sentenceOf(`http_${status}`) ?? sentenceOf(status >= 500 ? 'http_5xx' : 'http_4xx') ?? '';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
