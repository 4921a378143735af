package org.parley.chat.limit;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.parley.chat.cluster.RedisBuckets;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.Rate;

/**
 * How often a person may do something, by whichever way they ask and on all instances together. The
 * façades ask before they begin; see {@link SharedBuckets} for what that gives.
 */
@ApplicationScoped
public class PersonLimits {

  private LimitSettings settings;
  private LimitCounts<Limit> counts;
  private Map<Limit, SharedBuckets> buckets;

  protected PersonLimits() {} // for the container's proxy

  @Inject
  PersonLimits(LimitSettings settings, LimitCounts<Limit> counts, RedisBuckets redis) {
    this(settings, counts, redis::take);
  }

  PersonLimits(LimitSettings settings, LimitCounts<Limit> counts, SharedBuckets.Ledger ledger) {
    this.settings = settings;
    this.counts = counts;
    LimitSettings.Rates rates = settings.rates();
    Map<Limit, Rate> byLimit =
        Map.of(
            Limit.SEND, rates.send(),
            Limit.JOIN, rates.join(),
            Limit.CREATE_ROOM, rates.createRoom(),
            Limit.HISTORY, rates.history(),
            Limit.DIRECTORY, rates.directory(),
            Limit.EXPORT, rates.export(),
            // However it is said, no faster than a socket may say anything.
            Limit.READ, rates.frames());
    this.buckets = new EnumMap<>(Limit.class);
    byLimit.forEach((limit, rate) -> buckets.put(limit, shared(limit, rate, ledger)));
  }

  private static SharedBuckets shared(Limit limit, Rate rate, SharedBuckets.Ledger ledger) {
    String name = limit.name().toLowerCase(Locale.ROOT);
    return new SharedBuckets(name, rate, ledger, System::nanoTime);
  }

  /**
   * Before a message is posted or changed.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireSend(Person person) {
    require(Limit.SEND, person, "You send too fast.");
  }

  /**
   * Before a room, or what it is to somebody, is changed; counts as a message, since others or
   * one's own devices are told.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireRoomChange(Person person) {
    require(Limit.SEND, person, "You change rooms too fast.");
  }

  /**
   * Before somebody comes into a room.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireJoin(Person person) {
    require(Limit.JOIN, person, "You join rooms too fast.");
  }

  /**
   * Before somebody makes a room.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireCreateRoom(Person person) {
    require(Limit.CREATE_ROOM, person, "You create too many rooms.");
  }

  /**
   * Before a page of a room's messages is read.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireHistory(Person person) {
    require(Limit.HISTORY, person, "You read messages too fast.");
  }

  /**
   * Before rooms, or people in them, are looked for.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireDirectory(Person person) {
    require(Limit.DIRECTORY, person, "You look through rooms too fast.");
  }

  /**
   * Before somebody says what they have read.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireRead(Person person) {
    require(Limit.READ, person, "You read too fast.");
  }

  /** For a copy of what somebody wrote; as {@link SharedBuckets#take}. */
  long takeExport(long userId) {
    return shared(Limit.EXPORT).take(userId);
  }

  private void require(Limit limit, Person person, String sentence) {
    if (!settings.on()) {
      return;
    }
    long wait = shared(limit).take(person.id());
    if (wait > 0) {
      counts.refused(limit);
      throw ProblemException.rateLimited(sentence, wholeMillis(wait));
    }
  }

  private SharedBuckets shared(Limit limit) {
    return requireNonNull(buckets.get(limit), "every limit of people has buckets");
  }

  /** Upwards: whoever obeys must not come too early. */
  static Duration wholeMillis(long nanos) {
    return Duration.ofMillis(Math.ceilDiv(nanos, 1_000_000));
  }
}
