export type TypingHappening =
  | { type: 'typing_heard'; roomId: number; userId: number; username: string }
  /** Nothing more was heard. */
  | { type: 'typing_over'; roomId: number; userId: number };
