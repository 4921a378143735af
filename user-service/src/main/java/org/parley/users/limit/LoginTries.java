package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.Rate;

/**
 * Wrong passwords, counted in the database: over all instances and restarts. A try counts from its
 * beginning, so that many at once are no way around, and no more when the password was right. Every
 * method is one transaction.
 */
@ApplicationScoped
@Transactional
public class LoginTries {

  /**
   * An account that somebody guesses at is still open to who comes from elsewhere, with so many
   * mistakes in the account's period: whoever guesses from many addresses gets no more from each.
   */
  private static final long FROM_EACH_ADDRESS = 3;

  /**
   * And so many all the networks together that one IPv6 site has, which are 65,536: as three of
   * them, for those who share a site, and no more for who has the whole of it.
   */
  private static final long FROM_EACH_SITE = 3 * FROM_EACH_ADDRESS;

  /** Older tries count for nothing; they go once a minute, on the way. */
  private static final Duration PRUNED_EVERY = Duration.ofMinutes(1);

  private LoginTryStore store;
  private Clock clock;
  private volatile Instant nextPruning = Instant.MIN;

  protected LoginTries() {
    // For CDI's proxy.
  }

  @Inject
  LoginTries(LoginTryStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Notes a try, which counts until it is {@link #forget forgotten}.
   *
   * @throws ProblemException {@code rate_limited} when there were too many
   */
  public long begin(String account, ClientAddress address, Rate rate) {
    store.lock(account);
    Instant now = clock.instant();
    Instant since = now.minus(rate.refill());
    Optional<Instant> anywhere = store.findNth(rate.burst(), account, since);
    Optional<Instant> here =
        Stream.of(
                nthFrom(address.text(), FROM_EACH_ADDRESS, account, rate, since),
                address
                    .sitePrefix()
                    .flatMap(site -> nthFrom(site + "%", FROM_EACH_SITE, account, rate, since)))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    if (anywhere.isPresent() && here.isPresent()) {
      Instant sooner = anywhere.get().isBefore(here.get()) ? anywhere.get() : here.get();
      throw ProblemException.rateLimited(
          "There were too many wrong passwords for this account; wait a little.",
          Duration.between(since, sooner));
    }
    prune(now, since);
    return store.insert(account, address.text(), now);
  }

  private Optional<Instant> nthFrom(
      String addresses, long nth, String account, Rate rate, Instant since) {
    return store.findNthFrom(addresses, Math.min(nth, rate.burst()), account, since);
  }

  /** It was no wrong password. */
  public void forget(long id) {
    store.delete(id);
  }

  private void prune(Instant now, Instant since) {
    // Two at once both do it, which does no harm.
    if (now.isAfter(nextPruning)) {
      nextPruning = now.plus(PRUNED_EVERY);
      store.deleteBefore(since);
    }
  }
}
