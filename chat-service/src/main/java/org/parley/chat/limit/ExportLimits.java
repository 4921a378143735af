package org.parley.chat.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.OneAtATime;

/**
 * How often a person may take a copy of what they wrote, and how many are being written for them on
 * this instance: one, because each reads for as long as its reader likes. Thread-safe.
 */
@ApplicationScoped
public class ExportLimits {

  /** A million messages take about half a minute. */
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final OneAtATime<Long> writing = new OneAtATime<>();

  private LimitSettings settings;
  private PersonLimits people;
  private LimitCounts<Limit> counts;

  protected ExportLimits() {} // for the container's proxy

  @Inject
  ExportLimits(LimitSettings settings, PersonLimits people, LimitCounts<Limit> counts) {
    this.settings = settings;
    this.people = people;
    this.counts = counts;
  }

  /**
   * Before a copy is begun. Of two who ask at once one gets the place, to be closed when the copy
   * is written or will not be.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public OneAtATime.Place require(Person person) {
    if (!settings.on()) {
      return () -> {};
    }
    OneAtATime.Place place = writing.reserve(person.id()).orElseThrow(this::underWay);
    try {
      people.requireExport(person);
    } catch (ProblemException e) {
      place.close();
      throw e;
    }
    return place;
  }

  private ProblemException underWay() {
    counts.refused(Limit.EXPORT);
    return ProblemException.rateLimited("A copy of your messages is being written already.", RETRY);
  }
}
