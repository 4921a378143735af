import type { Words } from '../words.ts';
import { common } from './common.ts';
import { composing } from './composing.ts';
import { content } from './content.ts';
import { emoji } from './emoji.ts';
import { editor, message, removing } from './message.ts';
import { troubles } from './troubles.ts';

export const ar: Words = { common, composing, content, editor, emoji, message, removing, troubles };
