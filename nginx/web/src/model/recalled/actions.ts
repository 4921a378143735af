import type { Message } from '../timeline/types.ts';

export type RecalledHappening =
  | { type: 'page_recalled'; roomId: number; messages: readonly Message[] };
