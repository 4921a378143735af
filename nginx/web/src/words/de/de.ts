import type { Words } from '../words.ts';
import { common } from './common.ts';
import { timeline } from './timeline.ts';

export const de: Words = { common, timeline };
