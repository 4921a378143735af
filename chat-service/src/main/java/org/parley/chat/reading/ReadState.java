package org.parley.chat.reading;

/**
 * How far a member has read a room.
 *
 * @param lastReadSeq seq of the last message they have read
 * @param unread messages of others after it that stand, counted up to 100
 * @param mentions of those, the ones that mention the member or everybody, likewise
 */
public record ReadState(long lastReadSeq, int unread, int mentions) {

  /** Nothing was said since. */
  public static ReadState upTo(long lastReadSeq) {
    return new ReadState(lastReadSeq, 0, 0);
  }
}
