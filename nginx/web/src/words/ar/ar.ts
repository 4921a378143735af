import type { Words } from '../words.ts';
import { common } from './common.ts';
import { entry } from './entry.ts';
import { keys } from './keys.ts';
import { notices } from './notices.ts';
import { fields, problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { timeline } from './timeline.ts';

export const ar: Words = { common, entry, fields, keys, notices, problems, rooms, settings, shell, timeline };
