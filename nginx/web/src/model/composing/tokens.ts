/** What is being typed at the caret and may be completed: `@name` or `:name`. */
export interface Token {
  readonly kind: 'person' | 'emoji';
  /** Without the sign in front. */
  readonly query: string;
  /** Where the sign stands. */
  readonly from: number;
  readonly to: number;
}

/** A sign in the middle of a word begins nothing: it is an address, or a time. One letter after a colon is too little. */
const PERSON = /(?:^|[^\w@./-])@([A-Za-z0-9][A-Za-z0-9_.-]{0,31}|)$/;
const EMOJI = /(?:^|[^\w:]):([a-z0-9_+-]{2,40})$/i;
/** A name that was typed to its end. */
const WHOLE_EMOJI = /(?:^|[^\w:]):([a-z0-9_+-]{2,40}):$/i;

export function tokenAt(text: string, caret: number): Token | undefined {
  const before = text.slice(Math.max(0, caret - 64), caret);
  const person = PERSON.exec(before)?.[1];
  if (person !== undefined) {
    return { kind: 'person', query: person, from: caret - person.length - 1, to: caret };
  }
  const emoji = EMOJI.exec(before)?.[1];
  return emoji === undefined ? undefined : { kind: 'emoji', query: emoji, from: caret - emoji.length - 1, to: caret };
}

/** The name between two colons that ends at the caret. */
export function wholeEmojiAt(text: string, caret: number): Token | undefined {
  const name = WHOLE_EMOJI.exec(text.slice(Math.max(0, caret - 64), caret))?.[1];
  return name === undefined ? undefined : { kind: 'emoji', query: name, from: caret - name.length - 2, to: caret };
}

/** The caret stands in a block of code that was begun and not ended. */
export function isInFence(text: string, caret: number): boolean {
  return (text.slice(0, caret).match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
}
