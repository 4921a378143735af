/** Who writes in a room right now, the first to begin first. */
export interface Typist {
  readonly userId: number;
  readonly username: string;
}

export type Typing = Readonly<Record<number, readonly Typist[]>>;
