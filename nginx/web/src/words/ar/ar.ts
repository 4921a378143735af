import type { Words } from '../words.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { details } from './details.ts';
import { composing } from './composing.ts';
import { content } from './content.ts';
import { emoji } from './emoji.ts';
import { entry } from './entry.ts';
import { invitations } from './invitations.ts';
import { keys } from './keys.ts';
import { members } from './members.ts';
import { editor, message, removing } from './message.ts';
import { notices } from './notices.ts';
import { fields, problems } from './problems.ts';
import { rooms } from './rooms.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { typing } from './typing.ts';
import { timeline } from './timeline.ts';
import { troubles } from './troubles.ts';

export const ar: Words = {
  common, composing, connection, content, details, editor, emoji, entry, fields, invitations, keys,
  members, message, notices, problems, removing, rooms, settings, shell, timeline, troubles, typing,
};
