package org.parley.users.token;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.parley.users.key.SigningKeys;
import org.parley.users.platform.Settings;

/**
 * Issues access tokens: JWTs signed with RS256 that chat-service verifies without asking us. They
 * carry no {@code jti}: a socket that reconnects shows its token again. Thread-safe.
 */
@ApplicationScoped
public class AccessTokens {

  private TokenSettings words;
  private Clock clock;
  private SigningKeys keys;

  protected AccessTokens() {
    // For CDI's proxy.
  }

  @Inject
  AccessTokens(Settings settings, SigningKeys keys, Clock clock) {
    this.words = TokenSettings.from(settings);
    this.clock = clock;
    this.keys = keys;
  }

  /** A missing setting or an unreadable key stops the start, not the first login. */
  void onStart(@Observes Startup event) {
    lifetime();
  }

  /** How long a token issued now is good. */
  public Duration lifetime() {
    return words.lifetime();
  }

  /**
   * A token for one person in one session.
   *
   * @param username as they are called now; verifiers show it without asking again
   * @param groups what they may do: {@code user}, and {@code admin} for admins
   */
  public String issue(long userId, String username, long sessionId, List<String> groups) {
    Instant now = clock.instant();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(words.issuer())
            .audience(words.audience())
            .subject(Long.toString(userId))
            .claim("upn", username)
            .claim("sid", Long.toString(sessionId))
            .claim("groups", groups)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(words.lifetime())))
            .build();
    return keys.sign(claims);
  }
}
