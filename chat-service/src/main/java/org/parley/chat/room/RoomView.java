package org.parley.chat.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.chat.reading.ReadState;

/**
 * ◆ A room as one person sees it.
 *
 * @param type {@code public} or {@code private}
 * @param createdBy the creator's user id
 * @param memberCount how many people are members
 * @param lastSeq seq of its newest message, 0 when there is none
 * @param isMember whether the asking person is in it
 * @param role the asking person's role, absent when they are not in it
 * @param reading how far they have read it, absent likewise
 */
public record RoomView(
    long id,
    String name,
    String description,
    String type,
    long createdBy,
    Instant createdAt,
    long memberCount,
    long lastSeq,
    @JsonProperty("is_member") boolean isMember,
    @Nullable String role,
    @JsonUnwrapped @Nullable ReadState reading) {

  /** The same, with what was counted. */
  RoomView withReading(ReadState counted) {
    return new RoomView(
        id,
        name,
        description,
        type,
        createdBy,
        createdAt,
        memberCount,
        lastSeq,
        isMember,
        role,
        counted);
  }

  /** Whether something was said that they have not read. */
  boolean hasNews() {
    return reading != null && lastSeq > reading.lastReadSeq();
  }

  /** ◆ Some rooms, and whether there are more behind them. */
  public record Page(List<RoomView> rooms, boolean hasMore) {}
}
