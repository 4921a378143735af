package org.parley.chat.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Verifies the token in a socket's first frame by the same rules MicroProfile JWT applies to REST:
 * algorithm, issuer, audience, expiry, a key of user-service. Keys are cached and outlive an outage
 * of user-service. Thread-safe.
 */
@ApplicationScoped
public class AccessTokenVerifier {

  /** As in security.xml: instances may differ by a few seconds. */
  private static final int CLOCK_SKEW_SECONDS = 10;

  /**
   * Fetching keys happens on the first token and on an unknown key: nobody should wait long for
   * either.
   */
  private static final int FETCH_TIMEOUT_MS = 2_000;

  private static final int MAX_KEY_SET_BYTES = 64 * 1024;

  /** A removed key stops being accepted this long after its removal, at the latest. */
  private static final Duration KEY_TTL = Duration.ofMinutes(5);

  /** Tokens with made-up key ids cause at most one fetch in this time. */
  private static final Duration FETCH_INTERVAL = Duration.ofSeconds(10);

  /** With user-service gone, known keys go on being accepted for a day. */
  private static final Duration OUTAGE_TTL = Duration.ofDays(1);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  AccessTokenVerifier() {} // for the container's proxy

  @Inject
  public AccessTokenVerifier(TokenSettings settings) {
    JWKSource<SecurityContext> keys =
        JWKSourceBuilder.<SecurityContext>create(
                settings.jwksUrl(),
                new DefaultResourceRetriever(FETCH_TIMEOUT_MS, FETCH_TIMEOUT_MS, MAX_KEY_SET_BYTES))
            .cache(KEY_TTL.toMillis(), FETCH_TIMEOUT_MS)
            .rateLimited(FETCH_INTERVAL.toMillis())
            .outageTolerant(OUTAGE_TTL.toMillis())
            .build();
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("sub", "upn", "sid", "exp", "iat"));
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * What the token says.
   *
   * @throws ProblemException {@code unauthorized} for a token that is not valid, {@code
   *     unavailable} when no key could be had to check it with
   */
  public AccessToken verify(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return new AccessToken(
          new Person(Long.parseLong(claims.getSubject()), claims.getStringClaim("upn")),
          Long.parseLong(claims.getStringClaim("sid")),
          claims.getExpirationTime().toInstant());
    } catch (KeySourceException e) {
      throw ProblemException.unavailable(
          "Sign-ins cannot be checked right now.", Duration.ofSeconds(2), e);
    } catch (ParseException | BadJOSEException | JOSEException | NumberFormatException e) {
      throw new ProblemException(ProblemType.UNAUTHORIZED, "The token is not valid.");
    }
  }
}
