package org.parley.users.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.contract.token.TokenVerification;
import org.parley.contract.token.VerifiedToken;
import org.parley.users.key.SigningKeys;
import org.parley.users.platform.Settings;

/** Verifies access tokens, whether they come over gRPC or over REST. Thread-safe. */
@ApplicationScoped
public class AccessTokenVerifier {

  private TokenVerification verification;

  protected AccessTokenVerifier() {
    // For CDI's proxy.
  }

  @Inject
  AccessTokenVerifier(Settings settings, SigningKeys keys) {
    TokenSettings words = TokenSettings.from(settings);
    verification =
        new TokenVerification(
            (selector, context) -> selector.select(keys.published()),
            words.issuer(),
            words.audience());
  }

  /** What the token says; throws {@code unauthorized} for one that is not valid. */
  public VerifiedToken verify(String token) {
    return verification.verify(token);
  }
}
