package org.parley.chat.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.chat.reading.ReadState;

/**
 * ◆ A room as one person sees it.
 *
 * @param name empty for a direct room
 * @param type {@code public}, {@code private} or {@code direct}
 * @param createdBy the creator's user id
 * @param memberCount how many people are members
 * @param lastSeq seq of its newest message, 0 when there is none
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

  /** A peer whose name was not asked for yet. */
  static @Nullable Peer peer(@Nullable Long userId) {
    return userId == null ? null : new Peer(userId, People.nameIn(Map.of(), userId));
  }

  /** The same with this name for whom a direct room is with; see {@link People#named}. */
  RoomView named(Map<Long, String> usernames) {
    return peer == null
        ? this
        : with(reading, new Peer(peer.id, People.nameIn(usernames, peer.id)));
  }

  /** The same, with what was counted. */
  RoomView withReading(ReadState counted) {
    return with(counted, peer);
  }

  private RoomView with(@Nullable ReadState read, @Nullable Peer other) {
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
        read,
        topic,
        muted,
        other);
  }

  /** Whether something was said that they have not read. */
  boolean hasNews() {
    return reading != null && lastSeq > reading.lastReadSeq();
  }

  /** ◆ Some rooms, and whether there are more behind them. */
  public record Page(List<RoomView> rooms, boolean hasMore) {}
}
