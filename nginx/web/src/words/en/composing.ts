import { plural } from '../plural.ts';

const count = plural('en');
const send = { enter: 'Enter', ctrl_enter: 'Ctrl+Enter' };

export const composing = {
  messageTo: (room: string) => `Message to ${room}`,
  placeholder: (room: string) => `Message ${room}`,
  thisRoom: 'this room',
  send: 'Send',
  emoji: 'Pick an emoji',
  keys: (key: keyof typeof send) => `${send[key]} sends · Shift+Enter starts a new line · **bold** · *italic* · \`code\` · \`\`\` code block · > quote`,
  stopReply: 'Cancel the reply',
  full: 'Too many messages are waiting to be sent. This one stays here until some of them have gone.',
  offline: 'You can keep writing: messages are sent once you are back online.',
  counted: (length: number, longest: number) => `${count(length, { other: '#' })} of ${count(longest, { other: '# characters' })}`,
  tooLong: (over: number) => count(over, { one: 'One character too many. Nothing is lost; make it shorter, or two messages.', other: '# characters too many. Nothing is lost; make it shorter, or two messages.' }),
  suggestions: 'Suggestions',
  suggested: (found: number) => count(found, { one: 'One suggestion. Arrow keys choose, Tab takes the first.', other: '# suggestions. Arrow keys choose, Tab takes the first.' }),
  everybody: 'room: everybody here',
};
