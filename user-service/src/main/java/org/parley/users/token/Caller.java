package org.parley.users.token;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.parley.contract.rest.BearerPrincipal;

/**
 * Who sent this REST request, by the token {@link RestAuthentication} verified; to be injected as
 * {@code JsonWebToken}. Without a good token, at an address that is open to everybody, no claim is
 * there.
 */
@RequestScoped
class Caller implements JsonWebToken {

  private @Nullable BearerPrincipal token;

  void is(BearerPrincipal verified) {
    token = verified;
  }

  @Override
  public @Nullable String getName() {
    return token == null ? null : token.getName();
  }

  @Override
  public Set<String> getClaimNames() {
    return token == null ? Set.of() : token.getClaimNames();
  }

  @Override
  @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"}) // MicroProfile JWT's
  public <T> T getClaim(String claimName) {
    return token == null ? null : token.getClaim(claimName);
  }
}
