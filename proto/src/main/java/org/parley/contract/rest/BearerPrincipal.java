package org.parley.contract.rest;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.parley.contract.token.VerifiedToken;

/** The caller of a REST request, in the words of MicroProfile JWT. */
public record BearerPrincipal(VerifiedToken token) implements JsonWebToken {

  private static final Set<String> CLAIMS = Set.of("sub", "upn", "sid", "groups", "exp");

  @Override
  public String getName() {
    return token.username();
  }

  @Override
  public Set<String> getClaimNames() {
    return CLAIMS;
  }

  /** Null for a claim that is not there; who asks knows the type MicroProfile JWT gives each. */
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
  public <T> T getClaim(String claimName) {
    @Nullable Object value =
        switch (claimName) {
          case "sub" -> Long.toString(token.userId());
          case "upn" -> token.username();
          case "sid" -> Long.toString(token.sessionId());
          case "groups" -> token.groups();
          case "exp" -> token.expiresAt().getEpochSecond();
          default -> null;
        };
    return (T) value;
  }
}
