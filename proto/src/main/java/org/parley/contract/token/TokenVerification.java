package org.parley.contract.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Verifies access tokens by the rules MicroProfile JWT applies to REST: algorithm, issuer,
 * audience, expiry, a key of user-service. Thread-safe as far as the source of keys is.
 */
public final class TokenVerification {

  /** As in security.xml: instances may differ by a few seconds. */
  private static final int CLOCK_SKEW_SECONDS = 10;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * Verification against these keys.
   *
   * @param issuer the {@code iss} a token must carry
   * @param audience the {@code aud} a token must carry
   */
  public TokenVerification(JWKSource<SecurityContext> keys, String issuer, String audience) {
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
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
  public VerifiedToken verify(String token) {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      return new VerifiedToken(
          Long.parseLong(claims.getSubject()),
          claims.getStringClaim("upn"),
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
