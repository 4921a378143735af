package org.parley.contract.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Verifies access tokens, by one set of rules for REST, gRPC and sockets: type, algorithm, issuer,
 * audience, times, a key of user-service. What a token itself says about where its key is ({@code
 * jku}, {@code jwk}, {@code x5u}) is not looked at. Thread-safe as far as the source of keys is.
 */
public final class TokenVerification {

  /** Instances may differ by a few seconds, not by minutes. */
  public static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  /**
   * A token may be issued so much later than it is here: an instance whose clock is behind lets
   * people in all the same, and an alert tells of it. By how it is signed, it was issued.
   */
  private static final Duration ISSUED_AHEAD = Duration.ofMinutes(10);

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * Verification against these keys.
   *
   * @param issuer the {@code iss} a token must carry
   * @param audience the {@code aud} a token must carry
   */
  public TokenVerification(JWKSource<SecurityContext> keys, String issuer, String audience) {
    // Types: "JWT" or none, which is Nimbus' default.
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    processor.setJWTClaimsSetVerifier(new Claims(issuer, audience));
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
          groups(claims),
          claims.getExpirationTime().toInstant());
    } catch (KeySourceException e) {
      throw ProblemException.unavailable(
          "Sign-ins cannot be checked right now.", Duration.ofSeconds(2), e);
    } catch (ParseException | BadJOSEException | JOSEException | NumberFormatException e) {
      throw new ProblemException(ProblemType.UNAUTHORIZED, "The token is not valid.");
    }
  }

  private static Set<String> groups(JWTClaimsSet claims) throws ParseException {
    List<String> groups = claims.getStringListClaim("groups");
    return groups == null ? Set.of() : Set.copyOf(groups);
  }

  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

    Claims(String issuer, String audience) {
      super(
          audience,
          new JWTClaimsSet.Builder().issuer(issuer).build(),
          Set.of("sub", "upn", "sid", "exp", "iat"));
      setMaxClockSkew((int) CLOCK_SKEW.toSeconds());
    }

    /** Nimbus asks for {@code iat} and does not look at it. */
    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
      super.verify(claims, context);
      if (claims.getIssueTime().toInstant().isAfter(Instant.now().plus(ISSUED_AHEAD))) {
        throw new BadJWTException("issued in the future");
      }
    }
  }
}
