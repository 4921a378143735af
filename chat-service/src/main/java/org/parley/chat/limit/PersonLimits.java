package org.parley.chat.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.chat.cluster.RedisBuckets;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.LimitCounts;

/**
 * How often a person may do something, by whichever way they ask and on all instances together. The
 * façades ask before they begin; see {@link SharedBuckets} for what that gives.
 */
@ApplicationScoped
public class PersonLimits {

  private LimitSettings settings;
  private LimitCounts<Limit> counts;
  private SharedBuckets sends;
  private SharedBuckets joins;
  private SharedBuckets rooms;

  protected PersonLimits() {} // for the container's proxy

  @Inject
  PersonLimits(LimitSettings settings, LimitCounts<Limit> counts, RedisBuckets redis) {
    this(settings, counts, redis::take);
  }

  PersonLimits(LimitSettings settings, LimitCounts<Limit> counts, SharedBuckets.Ledger ledger) {
    this.settings = settings;
    this.counts = counts;
    this.sends = new SharedBuckets("send", settings.send(), ledger, System::nanoTime);
    this.joins = new SharedBuckets("join", settings.join(), ledger, System::nanoTime);
    this.rooms = new SharedBuckets("create_room", settings.createRoom(), ledger, System::nanoTime);
  }

  /**
   * Before a message is posted or changed.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireSend(Person person) {
    require(Limit.SEND, sends, person, "You send too fast.");
  }

  /**
   * Before somebody comes into a room.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireJoin(Person person) {
    require(Limit.JOIN, joins, person, "You join rooms too fast.");
  }

  /**
   * Before somebody makes a room.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireCreateRoom(Person person) {
    require(Limit.CREATE_ROOM, rooms, person, "You create too many rooms.");
  }

  private void require(Limit limit, SharedBuckets buckets, Person person, String sentence) {
    if (!settings.on()) {
      return;
    }
    long wait = buckets.take(person.id());
    if (wait > 0) {
      counts.refused(limit);
      throw ProblemException.rateLimited(sentence, wholeMillis(wait));
    }
  }

  /** Upwards: whoever obeys must not come too early. */
  static Duration wholeMillis(long nanos) {
    return Duration.ofMillis(Math.ceilDiv(nanos, 1_000_000));
  }
}
