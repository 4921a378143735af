package org.parley.users.key;

import static org.parley.contract.metric.Metrics.described;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.users.platform.Settings;

/**
 * The keys of this installation, the same in every instance: whoever asks finds them as they were
 * in the directory two seconds ago. Who asks waits for no file: one thread looks, for all. A
 * directory that cannot be read, or not be written when a rotation is due, is told once, and the
 * keys of before stay in use. Thread-safe.
 */
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = System.getLogger(SigningKeys.class.getName());

  /** How long an instance may go on with keys that were changed; reading them takes 0.2 ms. */
  static final Duration GLANCE = Duration.ofSeconds(2);

  private KeyDirectory directory;
  private KeySettings settings;
  private Clock clock;
  private ManagedScheduledExecutorService scheduler;
  private @Nullable Future<?> looking;
  private volatile KeyPair keys;
  private volatile Instant read;
  private volatile SigningKey.@Nullable Signature signature;
  private @Nullable String trouble;

  protected SigningKeys() {
    // For CDI's proxy.
  }

  @Inject
  SigningKeys(Settings settings, Clock clock, ManagedScheduledExecutorService scheduler) {
    this(KeySettings.from(settings), clock);
    this.scheduler = scheduler;
  }

  /** Those of a directory, by a clock; as they are now until somebody has it {@link #look}. */
  public SigningKeys(KeySettings settings, Clock clock) {
    this(); // the rest is the container's
    this.directory = new KeyDirectory(settings, clock);
    this.settings = settings;
    this.clock = clock;
    this.keys = directory.loadOrCreate();
    this.read = clock.instant();
  }

  void start(@Observes Startup startup) {
    looking =
        scheduler.scheduleWithFixedDelay(
            this::look, GLANCE.toMillis(), GLANCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void stop() {
    if (looking != null) {
      looking.cancel(false);
    }
  }

  /** The claims as a token, signed by the key whose time it is. */
  public String sign(JWTClaimsSet claims) {
    RSAKey key = signing();
    SigningKey.Signature ready = signature;
    if (ready == null || !ready.key().equals(key)) {
      ready = SigningKey.Signature.of(key);
      signature = ready;
    }
    return ready.sign(claims);
  }

  private RSAKey signing() {
    return keys.signing(clock.instant());
  }

  /** The public halves of all that may have signed a token that is still good. */
  public JWKSet published() {
    return new JWKSet(
        keys.published(clock.instant(), settings.kept()).stream()
            .<JWK>map(SigningKey::shown)
            .toList());
  }

  /** How long a copy of {@link #published} may be used. */
  Duration cacheable() {
    return settings.cacheable();
  }

  /** For operators: docs/operations.md. */
  void register(@Observes Startup startup, MetricRegistry registry) {
    gauge(
        registry,
        "signing_key_created_timestamp_seconds",
        "When the key that signs tokens was made, in seconds since 1970.",
        keys -> SigningKey.made(keys.signing()).getEpochSecond());
    gauge(
        registry,
        "signing_keys_read_timestamp_seconds",
        "When the signing keys were last read, in seconds since 1970.",
        keys -> keys.read().getEpochSecond());
    gauge(
        registry,
        "signing_keys_published",
        "Keys that tokens are verified with: 2 during a rotation, otherwise 1.",
        keys -> (long) keys.published().size());
  }

  private void gauge(
      MetricRegistry registry, String name, String description, Function<SigningKeys, Long> value) {
    registry.gauge(described(name, description), this, value);
  }

  /** Takes over what others changed, and does what is due. Not by two at once. */
  void look() {
    boolean wasRead = false;
    try {
      keys = directory.load();
      wasRead = true; // also where what is due cannot be done
      keys = directory.keepUp(keys);
      trouble = null;
    } catch (RuntimeException e) {
      tell(e);
    }
    if (wasRead) {
      // At the end: what hangs says nothing, whether it reads or writes.
      read = clock.instant();
    }
  }

  /** When the last look ended that read them. */
  Instant read() {
    return read;
  }

  private void tell(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    if (!message.equals(trouble)) {
      LOG.log(Level.WARNING, "signing keys: the known ones stay in use. " + message);
      trouble = message;
    }
  }
}
