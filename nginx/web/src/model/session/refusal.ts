import type { Refusal } from './types.ts';

/** Whether one of these fields says already what the form would say as a whole. */
export const isSaidAt = ({ detail, fields }: Refusal, names: readonly string[]): boolean => names.some((name) => fields[name] === detail);
