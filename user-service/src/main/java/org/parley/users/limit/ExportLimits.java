package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.OneAtATime;

/**
 * How often a person may take a copy of what is kept about them, and how many are being written for
 * them: one, because each reads for as long as its reader likes. Counted in this process.
 * Thread-safe.
 */
@ApplicationScoped
public class ExportLimits {

  /** A hundred thousand entries of the audit log take about this long. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  private final OneAtATime<Long> writing = new OneAtATime<>();

  private LimitSettings settings;
  private LimitCounts<Limit> counts;
  private Buckets<Long> exporting;

  protected ExportLimits() {
    // For CDI's proxy.
  }

  @Inject
  ExportLimits(LimitSettings settings, LimitCounts<Limit> counts) {
    this.settings = settings;
    this.counts = counts;
    this.exporting = new Buckets<>(settings.export());
  }

  /**
   * Before a copy is begun. Of two who ask at once one gets the place, to be closed when the copy
   * is written or will not be.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public OneAtATime.Place require(long userId) {
    if (!settings.on()) {
      return () -> {};
    }
    OneAtATime.Place place =
        writing
            .reserve(userId)
            .orElseThrow(() -> refused("A copy of your data is being written already.", RETRY));
    long wait = exporting.take(userId);
    if (wait > 0) {
      place.close();
      throw refused("You took too many copies of your data.", Duration.ofNanos(wait));
    }
    return place;
  }

  private ProblemException refused(String sentence, Duration wait) {
    counts.refused(Limit.EXPORT);
    return ProblemException.rateLimited(sentence, wait);
  }
}
