import { plural } from '../plural.ts';

const count = plural('en');

export const message = {
  edited: 'edited',
  sending: 'Sending',
  removed: 'This message was removed',
  unavailable: 'The message is not there any more',
  answerTo: 'Reply to',
  actions: 'Actions',
  actionsOfMine: 'Actions for your message',
  actionsOf: (name: string) => `Actions for the message of ${name}`,
  reply: 'Reply',
  copyText: 'Copy text',
  copyLink: 'Copy link',
  edit: 'Edit',
  remove: 'Remove',
  textCopied: 'Text copied',
  notCopied: 'Could not be copied',
  reactions: 'Reactions',
  reaction: (emoji: string, times: number, mine: boolean) => `${emoji} ${times}${mine ? ', one of them yours' : ''}`,
  more: (people: number) => count(people, { other: '# more' }),
  reactWith: (name: string) => `React with ${name}`,
  reactOther: 'React with another emoji',
  /** In the order of the menu. */
  quick: ['thumbs up', 'heart', 'laughing', 'party', 'surprised', 'sad'],
};

export const editor = {
  label: 'Edit your message',
  keys: (key: 'enter' | 'ctrl_enter') => `${key === 'enter' ? 'Enter' : 'Ctrl+Enter'} saves, Esc cancels`,
  save: 'Save',
};

export const removing = {
  heading: 'Remove this message?',
  consequence: 'It disappears for everybody in the room, for good.',
  keep: 'Keep it',
  remove: 'Remove',
};
