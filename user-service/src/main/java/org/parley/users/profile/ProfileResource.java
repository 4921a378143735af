package org.parley.users.profile;

import static java.util.Objects.requireNonNullElse;
import static org.parley.contract.rest.RequestBodyFilter.requireObject;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.parley.contract.rest.RequestAddress;
import org.parley.users.account.Accounts;
import org.parley.users.account.PasswordChange;
import org.parley.users.account.UserView;
import org.parley.users.limit.SignInLimits;
import org.parley.users.signin.RefreshCookie;
import org.parley.users.signin.SignIn;
import org.parley.users.token.Caller;

/** What people change about themselves. */
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class ProfileResource {

  @Inject private Accounts accounts;
  @Inject private SignIn signIn;
  @Inject private RefreshCookie cookie;
  @Inject private Caller caller;
  @Inject private SignInLimits limits;

  @Context private HttpServletRequest request;

  record PasswordRequest(
      @JsonAlias("currentPassword") @Nullable String currentPassword,
      @JsonAlias("newPassword") @Nullable String newPassword,
      @JsonAlias("refreshTokenInBody") @Nullable Boolean refreshTokenInBody) {

    /** Never the passwords: records end up in logs. */
    @Override
    public String toString() {
      return "PasswordRequest[…]";
    }
  }

  /** The caller, as they are from now on. */
  @PATCH
  @Path("/me")
  public UserView change(ProfileChanges changes) {
    requireObject(changes);
    return accounts.rename(caller.userId(), changes.displayName());
  }

  /**
   * Ends all other sessions of the caller; the answer is that of a refresh. Wrong passwords count
   * as those of logins do.
   */
  @PUT
  @Path("/me/password")
  public Response changePassword(PasswordRequest body) {
    requireObject(body);
    SignIn.SignedIn signedIn =
        signIn.changePassword(
            caller,
            new PasswordChange(
                requireNonNullElse(body.currentPassword(), ""),
                requireNonNullElse(body.newPassword(), "")),
            RequestAddress.of(request, limits.proxies()));
    return cookie.answer(signedIn, body.refreshTokenInBody());
  }
}
