package org.parley.users.token;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.rest.BearerPrincipal;
import org.parley.contract.token.VerifiedToken;

/**
 * Who sent this REST request, by the token {@link RestAuthentication} verified; to be injected,
 * also as {@code JsonWebToken}. Without a good token, at an address that is open to everybody, it
 * is nobody, and no claim is there.
 */
@RequestScoped
public class Caller implements JsonWebToken {

  private @Nullable BearerPrincipal token;

  void is(BearerPrincipal verified) {
    token = verified;
  }

  /** Whether anybody proved who they are. */
  public boolean isKnown() {
    return token != null;
  }

  /** Throws {@code unauthorized} where it is nobody, as the others do. */
  public long userId() {
    return verified().userId();
  }

  public String username() {
    return verified().username();
  }

  public long sessionId() {
    return verified().sessionId();
  }

  private VerifiedToken verified() {
    if (token == null) {
      throw new ProblemException(ProblemType.UNAUTHORIZED);
    }
    return token.token();
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
