import type { Words } from '../words.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { entry } from './entry.ts';
import { keys } from './keys.ts';
import { notices } from './notices.ts';
import { fields, problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';

export const zh: Words = { common, connection, entry, fields, keys, notices, problems, rooms, settings, shell };
