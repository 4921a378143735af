package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.AddressBuckets;
import org.parley.contract.limit.Buckets;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.limit.TrustedProxies;

/**
 * How often an address may register, sign in and refresh sessions, how often a session may be
 * refreshed, and how often the password for a name may be wrong. Names are counted in the database,
 * all else in this process.
 */
@ApplicationScoped
public class SignInLimits {

  private static final Logger LOG = System.getLogger(SignInLimits.class.getName());

  /** What a wrong password is refused with: at a login, and by who is signed in. */
  private static final Set<ProblemType> WRONG =
      EnumSet.of(ProblemType.INVALID_CREDENTIALS, ProblemType.FORBIDDEN);

  private LimitSettings settings;
  private LoginTries tries;
  private LimitCounts<Limit> counts;
  private AddressBuckets registering;
  private AddressBuckets loggingIn;
  private AddressBuckets refreshing;
  private Buckets<Long> sessions;

  protected SignInLimits() {
    // For CDI's proxy.
  }

  @Inject
  SignInLimits(LimitSettings settings, LoginTries tries, LimitCounts<Limit> counts) {
    this.settings = settings;
    this.tries = tries;
    this.counts = counts;
    this.registering = new AddressBuckets(settings.register());
    this.loggingIn = new AddressBuckets(settings.loginPerAddress());
    this.refreshing = new AddressBuckets(settings.refresh().perAddress());
    this.sessions = new Buckets<>(settings.refresh().perSession());
  }

  /** A wrong rate stops the start, and limits that are off are told. */
  void onStart(@Observes Startup event) {
    if (!settings.on()) {
      LOG.log(Level.WARNING, LimitReader.OFF);
    }
  }

  /** Who may say from where a request comes. */
  public TrustedProxies proxies() {
    return settings.proxies();
  }

  /**
   * Refuses an address that registers too often.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireRegister(ClientAddress address) {
    require(
        Limit.REGISTER_PER_ADDRESS,
        () -> registering.take(address),
        "Too many registrations from here.");
  }

  /**
   * Refuses an address that refreshes too many sessions, before the database is asked.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireRefresh(ClientAddress address) {
    require(
        Limit.REFRESH_PER_ADDRESS,
        () -> refreshing.take(address),
        "Too many sessions are refreshed from here.");
  }

  /**
   * Refuses a session that is refreshed too often. Only for who shows a token that is good: one
   * that was used before ends its session, however often a copy of it goes on.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireSession(long sessionId) {
    require(
        Limit.REFRESH_PER_SESSION,
        () -> sessions.take(sessionId),
        "This session is refreshed too often.");
  }

  /**
   * Checks a password, unless there were too many checks for this address or too many wrong ones
   * under this name.
   *
   * @param name the user name or the email address that was typed, or the user name of who is
   *     signed in
   * @param check throws {@code invalid_credentials} or {@code forbidden} for a wrong one, which
   *     counts; whatever else comes of it counts only until then
   * @throws ProblemException {@code rate_limited}, or as {@code check} does
   */
  public <T> T guarded(String name, ClientAddress address, Supplier<T> check) {
    require(Limit.LOGIN_PER_ADDRESS, () -> loggingIn.take(address), "Too many logins from here.");
    if (!settings.on()) {
      return check.get();
    }
    long id = begin(TypedName.of(name), address);
    try {
      T result = check.get();
      tries.forget(id);
      return result;
    } catch (RuntimeException failure) {
      if (!(failure instanceof ProblemException refusal && WRONG.contains(refusal.type()))) {
        forget(id, failure);
      }
      throw failure;
    }
  }

  /** What broke may hinder this as well; it is told as it was. */
  private void forget(long id, RuntimeException failure) {
    try {
      tries.forget(id);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private long begin(TypedName name, ClientAddress address) {
    try {
      return tries.begin(name.key(), address, settings.loginPerAccount());
    } catch (ProblemException refusal) {
      counts.refused(Limit.LOGIN_PER_ACCOUNT);
      throw refusal;
    }
  }

  private void require(Limit limit, LongSupplier bucket, String sentence) {
    long wait = settings.on() ? bucket.getAsLong() : 0;
    if (wait > 0) {
      counts.refused(limit);
      throw ProblemException.rateLimited(sentence, Duration.ofNanos(wait));
    }
  }
}
