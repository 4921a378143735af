package org.parley.chat.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.chat.directory.PeopleDeleted;
import org.parley.chat.reading.ReadCount;
import org.parley.chat.reading.ReadState;

/**
 * ◆ A room as one person sees it.
 *
 * @param name empty for a direct room
 * @param type {@code public}, {@code private} or {@code direct}
 * @param createdBy the creator's user id
 * @param memberCount how many people are members
 * @param lastSeq seq of its newest message, 0 when there is none; what is unread was counted up to
 *     it
 * @param isMember whether the asking person is in it
 * @param role the asking person's role, absent when they are not in it
 * @param reading how far they have read it, absent likewise
 * @param topic what it is about today, empty when nobody said
 * @param muted whether the asking person does not want to be disturbed, absent when they are not in
 *     it
 * @param peer whom a direct room is with, absent for others
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
    @JsonUnwrapped @Nullable ReadState reading,
    String topic,
    @Nullable Boolean muted,
    @Nullable Peer peer) {

  /** The other one in a direct room. */
  public record Peer(long id, String username) {}

  /**
   * Whom a direct room is with. Their name is noted when the room is made, and forgotten with their
   * account only: user-service need not be asked.
   */
  static @Nullable Peer peer(@Nullable Long userId, @Nullable String noted) {
    return userId == null
        ? null
        : new Peer(userId, Objects.requireNonNullElse(noted, PeopleDeleted.NAME));
  }

  /** The same, as it was when this was counted. */
  RoomView as(ReadCount counted) {
    return new RoomView(
        id,
        name,
        description,
        type,
        createdBy,
        createdAt,
        memberCount,
        counted.lastSeq(),
        isMember,
        role,
        counted.state(),
        topic,
        muted,
        peer);
  }

  /** Whether something was said that they have not read. */
  boolean hasNews() {
    return reading != null && lastSeq > reading.lastReadSeq();
  }

  /** ◆ Some rooms, and whether there are more behind them. */
  public record Page(List<RoomView> rooms, boolean hasMore) {}
}
