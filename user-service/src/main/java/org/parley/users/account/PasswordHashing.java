package org.parley.users.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.parley.contract.ProblemException;

/**
 * Argon2id, a few at a time. Thread-safe.
 *
 * <p>m = 19 MiB, t = 2, p = 1: what the OWASP Password Storage Cheat Sheet asks for at least (read
 * in November 2026). One hash takes about 95 ms of a core here, so hashing is what a flood of
 * logins would take the machine down with: as many at once as there are cores, the rest wait a
 * moment and are then told to come back.
 */
@ApplicationScoped
class PasswordHashing {

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** 19 MiB of heap each: on a machine of many cores a flood of logins must not fill the heap. */
  private static final int MOST_PLACES = 8;

  /** Twenty rounds of hashing: longer, and people have pressed the button again. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES, Argon2.ID);

  /** Fair, so that nobody waits in vain while later ones pass. */
  private final Semaphore places;

  private final Duration patience;

  PasswordHashing() {
    this(Math.min(Runtime.getRuntime().availableProcessors(), MOST_PLACES), PATIENCE);
  }

  PasswordHashing(int places, Duration patience) {
    this.places = new Semaphore(places, true);
    this.patience = patience;
  }

  /** A hash in PHC string format, with a salt of its own. */
  String hash(String password) {
    return bounded(
        () -> Password.hash(normal(password)).addRandomSalt(SALT_BYTES).with(argon2).getResult());
  }

  /** Whether this is the password of the hash, which names its own parameters. */
  boolean matches(String password, String hash) {
    return bounded(
        () ->
            Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  /** Whether a hash was made with other parameters than we use today. */
  boolean isOutdated(String hash) {
    return !Argon2Function.getInstanceFromHash(hash).equals(argon2);
  }

  /** Runs work that fills a core, when there is a place for it. */
  <T> T bounded(Supplier<T> work) {
    acquire();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void acquire() {
    try {
      if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw ProblemException.unavailable(
        "Too many people are signing in at this moment.", PATIENCE, null);
  }

  /**
   * The same password, whichever way the keyboard composed its characters (NIST SP 800-63B
   * §5.1.1.2).
   */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
