package org.parley.chat.feed;

/**
 * Where a room stands in the log.
 *
 * @param lastSeq seq of its newest message, 0 when there is none
 * @param changeSeq its newest change, 0 when there is none
 * @param membersVersion counts joins, leaves and kicks
 * @param epoch the history these numbers belong to; see V004__create_epoch.sql
 */
public record RoomHead(
    long roomId, long lastSeq, long changeSeq, long membersVersion, String epoch) {

  private static final long NOWHERE = -1;

  /** The same room, of which nothing is known any more: it differs wherever it stands. */
  RoomHead forgotten() {
    return new RoomHead(roomId, NOWHERE, NOWHERE, NOWHERE, epoch);
  }
}
