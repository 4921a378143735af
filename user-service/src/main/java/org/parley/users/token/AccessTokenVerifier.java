package org.parley.users.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.contract.token.TokenVerification;
import org.parley.contract.token.VerifiedToken;
import org.parley.users.platform.Settings;

/** Verifies access tokens that come over gRPC; those over REST MicroProfile JWT verifies. */
@ApplicationScoped
public class AccessTokenVerifier {

  private TokenVerification verification;

  protected AccessTokenVerifier() {
    // For CDI's proxy.
  }

  @Inject
  AccessTokenVerifier(Settings settings, SigningKey signing) {
    TokenSettings words = TokenSettings.from(settings);
    verification =
        new TokenVerification(
            new ImmutableJWKSet<>(new JWKSet(signing.key().toPublicJWK())),
            words.issuer(),
            words.audience());
  }

  /** What the token says; throws {@code unauthorized} for one that is not valid. */
  public VerifiedToken verify(String token) {
    return verification.verify(token);
  }
}
