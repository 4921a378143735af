import { words } from '../../words/words.ts';
import { namesPerson } from '../reading/mentions.ts';
import { titleOf } from '../rooms/order.ts';
import type { State } from '../state.ts';
import type { Message } from '../timeline/types.ts';
import type { Notice } from './types.ts';

/** A notification has room for about this much; the rest is in the room. */
const LONGEST = 200;

/** What to tell of a message, if it is for me: said to me directly, or mentioning me. */
export function noticeOf(message: Message, { session, rooms, preferences }: State): Notice | undefined {
  const { account } = session;
  const room = rooms.mine.find(({ id }) => id === message.roomId);
  if (!account || !room || message.userId === account.id || message.deletedAt !== undefined) {
    return undefined;
  }
  const { notices } = words();
  const { roomId, seq, username, content } = message;
  const body = preferences.notifyContent ? shortened(content) : '';
  if (room.kind === 'direct') {
    return room.muted ? undefined : { roomId, seq, title: notices.direct(username), body };
  }
  const isForMe = namesPerson(message, account.id) || (message.mentionsRoom === true && !room.muted);
  return isForMe ? { roomId, seq, title: notices.mention(username, titleOf(room)), body } : undefined;
}

function shortened(content: string): string {
  const letters = [...content.replace(/\s+/g, ' ').trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : letters.join('');
}
