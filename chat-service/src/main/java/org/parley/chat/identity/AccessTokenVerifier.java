package org.parley.chat.identity;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.parley.contract.ProblemException;
import org.parley.contract.token.TokenVerification;
import org.parley.contract.token.VerifiedToken;

/**
 * Verifies tokens, whether they come in a socket's frame, over gRPC or over REST. Keys of
 * user-service are cached and outlive an outage of it, but not our own restart: who starts while it
 * is away has to wait for it. A token of a session that has ended is refused as soon as we know.
 * Thread-safe.
 */
@ApplicationScoped
public class AccessTokenVerifier {

  /**
   * Fetching keys happens on the first token and on an unknown key: nobody should wait long for
   * either.
   */
  private static final int FETCH_TIMEOUT_MS = 2_000;

  private static final int MAX_KEY_SET_BYTES = 64 * 1024;

  /** Tokens with made-up key ids cause at most two fetches in this time, on all ways together. */
  private static final Duration FETCH_INTERVAL = Duration.ofSeconds(10);

  /** With user-service gone, known keys go on being accepted for a day. */
  private static final Duration OUTAGE_TTL = Duration.ofDays(1);

  private TokenVerification verification;
  private RevokedSessions revoked;

  AccessTokenVerifier() {} // for the container's proxy

  @Inject
  public AccessTokenVerifier(TokenSettings settings, RevokedSessions revoked) {
    this.revoked = revoked;
    long cache = settings.keyCache().toMillis();
    // Fetched anew before the end, by somebody who asks then: the others do not wait for it.
    long ahead = cache / 4;
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                settings.jwksUrl(),
                new DefaultResourceRetriever(FETCH_TIMEOUT_MS, FETCH_TIMEOUT_MS, MAX_KEY_SET_BYTES))
            .cache(cache, Math.min(FETCH_TIMEOUT_MS, ahead))
            .refreshAheadCache(ahead, false)
            .rateLimited(Math.min(FETCH_INTERVAL.toMillis(), cache / 2))
            .outageTolerant(OUTAGE_TTL.toMillis())
            .build();
    verification =
        new TokenVerification(new WithdrawnKeys(keys), settings.issuer(), settings.audience());
  }

  /**
   * What the token says.
   *
   * @throws ProblemException {@code unauthorized} for a token that is not valid or whose session
   *     has ended, {@code unavailable} when no key could be had to check it with
   */
  public AccessToken verify(String token) {
    return AccessToken.of(verified(token));
  }

  /** The same, as gRPC hands it on. */
  public VerifiedToken verified(String token) {
    VerifiedToken verified = verification.verify(token);
    revoked.requireLive(verified.sessionId());
    return verified;
  }
}
