import type { Message } from '../timeline/types.ts';

/** By room: what was on its last page when it was seen last, for as long as nothing newer is known. */
export type Recalled = Readonly<Record<number, readonly Message[]>>;
