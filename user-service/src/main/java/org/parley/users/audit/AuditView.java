package org.parley.users.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry, as told to admins and to the person it is about.
 *
 * @param actorId who did it; absent where nobody had proved who they are
 * @param subjectId whose account it happened to; absent where there is no such account
 * @param times how many alike it stands for
 * @param address where the request came from; empty where that is not known
 * @param userAgent what the device called itself
 */
public record AuditView(
    long id,
    Instant at,
    String event,
    @Nullable Long actorId,
    @Nullable Long subjectId,
    @Nullable Long sessionId,
    int times,
    String address,
    String userAgent,
    String requestId) {

  /** As told to a person: where others came from is theirs. */
  AuditView asToldTo(long userId) {
    return actorId != null && actorId == userId
        ? this
        : new AuditView(id, at, event, actorId, subjectId, sessionId, times, "", "", "");
  }

  /** Some entries, and whether there are more behind them. */
  public record Page(List<AuditView> entries, boolean hasMore) {

    static Page of(List<AuditEntry> found, int limit) {
      return new Page(
          found.stream().limit(limit).map(AuditEntry::toView).toList(), found.size() > limit);
    }
  }
}
