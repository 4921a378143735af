package org.parley.users.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;
import org.parley.contract.rest.RequestAddress;
import org.parley.contract.rest.RestConventions.Done;
import org.parley.users.account.Passwords;
import org.parley.users.limit.SignInLimits;
import org.parley.users.token.Caller;

/** Deleting one's account. Callers: the person themselves, with their password. */
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class DeletionResource {

  @Inject private Passwords passwords;
  @Inject private Erasure erasure;
  @Inject private Caller caller;
  @Inject private SignInLimits limits;

  @Context private HttpServletRequest request;

  record DeletionRequest(@Nullable String password) {

    /** Never the password: records end up in logs. */
    @Override
    public String toString() {
      return "DeletionRequest[…]";
    }
  }

  /** For good: there is no way back. Wrong passwords count as those of logins do. */
  @DELETE
  @Path("/me")
  public Done delete(@Nullable DeletionRequest body) {
    String password = body == null ? null : body.password();
    if (password == null || password.isEmpty() || !Text.isStorable(password)) {
      throw ProblemException.invalid("password", "Give your password.");
    }
    long me = caller.userId();
    limits.guarded(
        caller.username(),
        RequestAddress.of(request, limits.proxies()),
        () -> passwords.requireOwn(me, password));
    erasure.erase(me, caller.sessionId());
    return Done.DONE;
  }
}
