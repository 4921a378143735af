package org.parley.chat.privacy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A room somebody is in or wrote in.
 *
 * @param name absent for a private room they are not in any more, and for a direct room
 * @param peerId who else is in a direct room; absent for others
 * @param membership absent when they are no member
 */
record RoomCopy(
    long id,
    @Nullable String name,
    String type,
    @Nullable Long peerId,
    @JsonUnwrapped @Nullable Membership membership) {

  /** Theirs of the room. */
  record Membership(String role, Instant joinedAt, long lastReadSeq, boolean muted) {}
}
