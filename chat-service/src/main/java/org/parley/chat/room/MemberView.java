package org.parley.chat.room;

import java.time.Instant;
import java.util.List;

/**
 * A member as others in the room see them.
 *
 * @param role {@code owner} or {@code member}
 */
public record MemberView(long userId, String username, String role, Instant joinedAt) {

  /** Some members, and whether there are more behind them. */
  public record Page(List<MemberView> members, boolean hasMore) {}
}
