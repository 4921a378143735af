package org.parley.users.token;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.rest.BearerFilter;
import org.parley.contract.rest.BearerPrincipal;
import org.parley.contract.token.VerifiedToken;

/** Verifies the token of every REST request, as those of gRPC are verified. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class RestAuthentication extends BearerFilter {

  @Inject private AccessTokenVerifier verifier;
  @Inject private Caller caller;

  @Override
  protected VerifiedToken verify(String token) {
    VerifiedToken verified = verifier.verify(token);
    caller.is(new BearerPrincipal(verified));
    return verified;
  }
}
