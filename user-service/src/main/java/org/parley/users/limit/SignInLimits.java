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
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.AddressBuckets;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.LimitReader;
import org.parley.contract.limit.TrustedProxies;
import org.parley.users.platform.Settings;

/**
 * How often an address may register and sign in, and how often the password for a name may be
 * wrong. Addresses are counted in this process, names in the database.
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

  protected SignInLimits() {
    // For CDI's proxy.
  }

  @Inject
  SignInLimits(Settings settings, LoginTries tries, MetricRegistry registry) {
    this.settings = LimitSettings.from(settings);
    this.tries = tries;
    this.counts = new LimitCounts<>(registry, Limit.class, this.settings.on());
    this.registering = new AddressBuckets(this.settings.register());
    this.loggingIn = new AddressBuckets(this.settings.loginPerAddress());
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
    require(Limit.REGISTER_PER_ADDRESS, registering, address, "Too many registrations from here.");
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
    require(Limit.LOGIN_PER_ADDRESS, loggingIn, address, "Too many logins from here.");
    if (!settings.on()) {
      return check.get();
    }
    long id = begin(TypedName.of(name), address);
    try {
      T result = check.get();
      tries.forget(id);
      return result;
    } catch (ProblemException refusal) {
      if (!WRONG.contains(refusal.type())) {
        tries.forget(id);
      }
      throw refusal;
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

  private void require(
      Limit limit, AddressBuckets buckets, ClientAddress address, String sentence) {
    long wait = settings.on() ? buckets.take(address) : 0;
    if (wait > 0) {
      counts.refused(limit);
      throw ProblemException.rateLimited(sentence, Duration.ofNanos(wait));
    }
  }
}
