import type { Words } from '../words.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { details } from './details.ts';
import { entry } from './entry.ts';
import { invitations } from './invitations.ts';
import { keys } from './keys.ts';
import { members } from './members.ts';
import { notices } from './notices.ts';
import { fields, problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { typing } from './typing.ts';

export const ar: Words = { common, connection, details, entry, fields, invitations, keys, members, notices, problems, rooms, settings, shell, typing };
