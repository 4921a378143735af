package org.parley.users.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.users.platform.Settings;

/**
 * The keys of this installation, the same in every instance: whoever asks finds them as they are in
 * the directory, two seconds late at most. A directory that cannot be read, or not be written when
 * a rotation is due, is told once, and the keys of before stay in use. Thread-safe.
 */
@ApplicationScoped
public class SigningKeys {

  private static final Logger LOG = System.getLogger(SigningKeys.class.getName());

  /** How long an instance may go on with keys that were changed; reading them takes 0.2 ms. */
  private static final Duration GLANCE = Duration.ofSeconds(2);

  private record Seen(KeyPair keys, Instant at) {}

  private KeyDirectory directory;
  private KeySettings settings;
  private Clock clock;
  private volatile Seen seen;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile SigningKey.@Nullable Signature signature;
  private volatile @Nullable String trouble;

  protected SigningKeys() {
    // For CDI's proxy.
  }

  @Inject
  SigningKeys(Settings settings, Clock clock) {
    this(KeySettings.from(settings), clock);
  }

  /** Those of a directory, by a clock. */
  public SigningKeys(KeySettings settings, Clock clock) {
    this.directory = new KeyDirectory(settings, clock);
    this.settings = settings;
    this.clock = clock;
    this.seen = new Seen(directory.loadOrCreate(), clock.instant());
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
    return keys().signing(clock.instant());
  }

  /** The public halves of all that may have signed a token that is still good. */
  public JWKSet published() {
    return new JWKSet(
        keys().published(clock.instant(), settings.kept()).stream()
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
        "signing_keys_published",
        "Keys that tokens are verified with: 2 during a rotation, otherwise 1.",
        keys -> (long) keys.published().size());
  }

  private void gauge(
      MetricRegistry registry, String name, String description, Function<SigningKeys, Long> value) {
    registry.gauge(
        Metadata.builder().withName(name).withDescription(description).build(), this, value);
  }

  /** One of those who ask at the same time looks, and the others wait for it. */
  private KeyPair keys() {
    Instant now = clock.instant();
    if (isFresh(now)) {
      return seen.keys();
    }
    looking.lock();
    try {
      return isFresh(now) ? seen.keys() : look(now);
    } finally {
      looking.unlock();
    }
  }

  private boolean isFresh(Instant now) {
    return Duration.between(seen.at(), now).compareTo(GLANCE) < 0;
  }

  private KeyPair look(Instant now) {
    KeyPair keys = seen.keys();
    try {
      keys = directory.load();
      keys = directory.keepUp(keys);
      trouble = null;
    } catch (RuntimeException e) {
      tell(String.valueOf(e.getMessage()));
    }
    seen = new Seen(keys, now);
    return keys;
  }

  private void tell(String message) {
    if (!message.equals(trouble)) {
      LOG.log(Level.WARNING, "signing keys: the known ones stay in use. " + message);
      trouble = message;
    }
  }
}
