/** What an answer shows of the message it answers. */
export type Quote =
  | { readonly state: 'unknown' | 'missing' | 'removed' }
  | { readonly state: 'there'; readonly username: string; readonly content: string };
