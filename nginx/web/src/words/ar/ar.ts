import type { Words } from '../words.ts';
import { common } from './common.ts';
import { composing } from './composing.ts';
import { content } from './content.ts';
import { emoji } from './emoji.ts';
import { entry } from './entry.ts';
import { keys } from './keys.ts';
import { editor, message, removing } from './message.ts';
import { notices } from './notices.ts';
import { fields, problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';
import { troubles } from './troubles.ts';

export const ar: Words = {
  common, composing, content, editor, emoji, entry, fields, keys, message, notices, problems, removing, rooms, settings, shell, timeline, troubles,
};
