package org.parley.users.key;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.contract.token.TokenVerification;
import org.parley.users.platform.Settings;

/**
 * Where keys are, and how one follows another.
 *
 * @param tokenLifetime how long a token is good after the session it belongs to was revoked, at
 *     worst
 * @param lead how long a next key is published before it signs: longer than anybody caches keys
 * @param age at which a key is followed by another without anybody's doing; empty for never
 */
public record KeySettings(
    Path directory, Duration tokenLifetime, Duration lead, Optional<Duration> age) {

  /** For clocks of instances that differ, and for a token that was being signed. */
  private static final Duration MARGIN = TokenVerification.CLOCK_SKEW.multipliedBy(2);

  /** What caches of keys are told is shorter than the lead by this. */
  private static final Duration CACHE_MARGIN = Duration.ofMinutes(1);

  /** By then an installation has been rolled, and nobody goes back to the version before. */
  private static final Duration SETTLING = Duration.ofDays(7);

  public static KeySettings from(Settings settings) {
    return new KeySettings(
        Path.of(
            settings.require(
                "PARLEY_KEY_DIR",
                "a directory for the keys that sign tokens, outside the build output, that only the service's user"
                    + " can read")),
        // A day at most: nobody can take a token back before it ends.
        settings.duration(
            "PARLEY_ACCESS_TOKEN_TTL",
            Duration.ofMinutes(15),
            Duration.ofSeconds(10),
            Duration.ofDays(1)),
        // Chat instances keep keys for five minutes at most. The least is for tests.
        settings.duration(
            "PARLEY_KEY_LEAD", Duration.ofMinutes(6), Duration.ofSeconds(1), Duration.ofDays(1)),
        age(settings));
  }

  /** Half the age at which an alert tells of a key. */
  private static Optional<Duration> age(Settings settings) {
    String name = "PARLEY_KEY_ROTATION";
    return settings.text(name, "").equals("off")
        ? Optional.empty()
        : Optional.of(
            settings.duration(
                name, Duration.ofDays(90), Duration.ofDays(1), Duration.ofDays(3_650)));
  }

  /** How long a key stays published after it signed for the last time. */
  Duration kept() {
    return tokenLifetime.plus(TokenVerification.CLOCK_SKEW).plus(MARGIN);
  }

  /** How long a copy of the published keys may be used. */
  Duration cacheable() {
    Duration time = lead.minus(CACHE_MARGIN);
    return time.isNegative() ? Duration.ZERO : time;
  }

  /** Whether another key is to follow because of this one's age. */
  boolean isDue(KeyPair keys, Instant now) {
    return keys.next() == null
        && age.isPresent()
        && !now.isBefore(SigningKey.made(keys.first()).plus(age.get()));
  }

  /**
   * Whether no instance is left here that knows one key only, and so would refuse tokens of the
   * next.
   *
   * @param since when the first started here that knows more
   */
  boolean isSettled(Instant since, Instant now) {
    // Whoever has keys followed sooner than that wants no week of waiting either.
    Duration wait = age.filter(sooner -> sooner.compareTo(SETTLING) < 0).orElse(SETTLING);
    return !now.isBefore(since.plus(wait));
  }
}
