package org.parley.contract.privacy;

import java.time.Duration;
import java.util.function.LongUnaryOperator;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.OneAtATime;

/**
 * How often a person may take a copy of what is kept about them, and how many are being written for
 * them by this process: one, because each reads for as long as its reader likes. Thread-safe.
 */
public final class CopyLimits {

  /**
   * A service's copies.
   *
   * @param what is in them, as people are told: "your messages"
   * @param writing about as long as a long one takes
   */
  public record Kind(String what, Duration writing) {}

  private final OneAtATime<Long> busy = new OneAtATime<>();
  private final boolean on;
  private final Kind kind;
  private final LongUnaryOperator take;
  private final Runnable refused;

  /**
   * Limits of copies.
   *
   * @param on whether they hold
   * @param take takes a token of a person's; returns how long until there is one, in nanoseconds, 0
   *     when it was taken
   * @param refused counts what is refused
   */
  public CopyLimits(boolean on, Kind kind, LongUnaryOperator take, Runnable refused) {
    this.on = on;
    this.kind = kind;
    this.take = take;
    this.refused = refused;
  }

  /**
   * Before a copy is begun. Of two who ask at once one gets the place, to be closed when the copy
   * is written or will not be.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public OneAtATime.Place require(long userId) {
    if (!on) {
      return () -> {};
    }
    OneAtATime.Place place =
        busy.reserve(userId)
            .orElseThrow(
                () ->
                    refusal("A copy of " + kind.what + " is being written already.", kind.writing));
    try {
      requireToken(userId);
      return place;
    } catch (RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private void requireToken(long userId) {
    long wait = take.applyAsLong(userId);
    if (wait > 0) {
      // Upwards: whoever obeys must not come too early.
      throw refusal(
          "You take copies of " + kind.what + " too often.",
          Duration.ofMillis(Math.ceilDiv(wait, 1_000_000)));
    }
  }

  private ProblemException refusal(String sentence, Duration wait) {
    refused.run();
    return ProblemException.rateLimited(sentence, wait);
  }
}
