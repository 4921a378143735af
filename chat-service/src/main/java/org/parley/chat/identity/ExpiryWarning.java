package org.parley.chat.identity;

import java.time.Duration;
import java.time.Instant;

/**
 * When somebody who asked for it is told that their token runs out: a fifth of what was left of its
 * life before its end.
 *
 * @param expiresAt when the token ends
 * @param dueAt when they are told
 */
public record ExpiryWarning(Instant expiresAt, Instant dueAt) {

  /** Time for a renewal that has to be tried again; earlier would only shorten the token's life. */
  private static final Duration EARLIEST = Duration.ofSeconds(60);

  /** It is looked for once a second, and the client still needs time for its request. */
  private static final Duration LATEST = Duration.ofSeconds(5);

  private static final int SHARE = 5;

  /** For a token that was shown now. */
  public static ExpiryWarning of(Instant expiresAt, Instant now) {
    Duration early = Duration.between(now, expiresAt).dividedBy(SHARE);
    if (early.compareTo(EARLIEST) > 0) {
      early = EARLIEST;
    } else if (early.compareTo(LATEST) < 0) {
      early = LATEST;
    }
    return new ExpiryWarning(expiresAt, expiresAt.minus(early));
  }

  public boolean isDue(Instant now) {
    return !now.isBefore(dueAt);
  }
}
