package org.parley.chat.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.rest.BearerFilter;
import org.parley.contract.token.VerifiedToken;

/** Verifies the token of every REST request, as those of sockets and gRPC are verified. */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class RestAuthentication extends BearerFilter {

  @Inject private AccessTokenVerifier verifier;
  @Inject private Caller caller;

  @Override
  protected VerifiedToken verify(String token) {
    VerifiedToken verified = verifier.verified(token);
    caller.is(AccessToken.of(verified));
    return verified;
  }
}
