package org.parley.users.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation at one moment. All that happens in a rotation after {@code next} is
 * there happens by the clock, in every instance alike.
 *
 * @param first signs until {@code next} does
 * @param next follows it from its {@code nbf} on; null outside a rotation
 */
record KeyPair(RSAKey first, @Nullable RSAKey next) {

  /** The one tokens are signed with. */
  RSAKey signing(Instant now) {
    return next != null && !now.isBefore(SigningKey.signsFrom(next)) ? next : first;
  }

  /**
   * Those tokens are verified with.
   *
   * @param kept how long a key stays after the last token it signed
   */
  List<RSAKey> published(Instant now, Duration kept) {
    if (next == null) {
      return List.of(first);
    }
    return isOver(now, kept) ? List.of(next) : List.of(first, next);
  }

  /** Whether nothing that {@code first} signed is good any more. */
  boolean isOver(Instant now, Duration kept) {
    return next != null && !now.isBefore(SigningKey.signsFrom(next).plus(kept));
  }
}
