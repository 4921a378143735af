package org.parley.chat.platform;

import java.time.Duration;
import java.util.Set;

/**
 * What sockets are held to.
 *
 * @param allowedOrigins the {@code Origin} values browsers may connect from
 * @param authTimeout how long a socket may stay without a valid {@code auth} frame
 */
public record SocketSettings(Set<String> allowedOrigins, Duration authTimeout) {

  public SocketSettings {
    if (authTimeout.isNegative() || authTimeout.isZero()) {
      throw new IllegalArgumentException("PARLEY_WS_AUTH_TIMEOUT must be longer than zero");
    }
    allowedOrigins = Set.copyOf(allowedOrigins);
  }
}
