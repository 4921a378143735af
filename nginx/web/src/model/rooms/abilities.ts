import type { Room } from './types.ts';

/*
 * What the server can do shows in what it tells of a room of mine: one that does not know of something leaves it out. What it
 * does not know is not offered, and no frame about it is sent.
 */

/** It keeps how far I have read; with that go replies, mentions and pages around a date. */
export const keepsReading = (room: Room | undefined): boolean => room?.lastReadSeq !== undefined;

/** Rooms can be muted; with that go direct rooms, changes of a room, invitations, and telling that somebody types. */
export const knowsPeople = (room: Room | undefined): boolean => room?.muted !== undefined;
