/** What a desktop notification says. */
export interface Notice {
  /** The message it is about: it is told of once. */
  readonly roomId: number;
  readonly seq: number;
  readonly title: string;
  /** Empty where nobody may read over a shoulder. */
  readonly body: string;
}
