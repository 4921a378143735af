package org.parley.chat.socket;

/** What became of a room's frame that was handed to a {@link Connection}. */
public enum Delivery {
  /** It waits to be written, after everything that was handed in before. */
  TAKEN,

  /**
   * The room has more waiting than its share: this frame and all of the room that waited were
   * dropped. What was written before is a beginning of what was handed in, without a hole. Told
   * once; {@link Connection.RoomListener#roomDrained} follows.
   */
  OVERFLOWED,

  /** Dropped: the room overflowed before, and was not begun anew yet. */
  DROPPED,

  /** Dropped: the socket ends. */
  ENDED
}
