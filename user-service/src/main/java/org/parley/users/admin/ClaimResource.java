package org.parley.users.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.rest.RequestAddress;
import org.parley.contract.rest.RestConventions.Done;
import org.parley.users.limit.SignInLimits;
import org.parley.users.token.Caller;

/** Becoming the first admin. Callers: anybody signed in who has the token. */
@Path("/api/v1/admin/claim")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class ClaimResource {

  @Inject private FirstAdmin firstAdmin;
  @Inject private Caller caller;
  @Inject private SignInLimits limits;

  @Context private HttpServletRequest request;

  record ClaimRequest(@Nullable String token) {

    /** Never the token: records end up in logs. */
    @Override
    public String toString() {
      return "ClaimRequest[…]";
    }
  }

  /**
   * Access tokens of this session say it from the next refresh on. Wrong tokens count as wrong
   * passwords do.
   */
  @POST
  public Done claim(@Nullable ClaimRequest body) {
    String token = body == null ? null : body.token();
    if (token == null || token.isEmpty()) {
      throw ProblemException.invalid("token", "Give the token from the file.");
    }
    return limits.guarded(
        caller.username(),
        RequestAddress.of(request, limits.proxies()),
        () -> {
          firstAdmin.claim(caller.userId(), caller.sessionId(), token);
          return Done.DONE;
        });
  }
}
