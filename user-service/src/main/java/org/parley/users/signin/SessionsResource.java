package org.parley.users.signin;

import static java.util.Objects.requireNonNullElse;
import static org.parley.contract.rest.RequestBodyFilter.requireObject;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.rest.RequestAddress;
import org.parley.users.account.NewAccount;
import org.parley.users.limit.SignInLimits;
import org.parley.users.session.RefreshSecret;
import org.parley.users.session.Sessions;
import org.parley.users.token.Caller;

/**
 * Register, log in, stay signed in, log out. What is missing is refused as what is empty is. No
 * answer may be cached.
 */
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RequestScoped
public class SessionsResource {

  @Inject private SignIn signIn;
  @Inject private Sessions sessions;
  @Inject private RefreshCookie cookie;
  @Inject private SignInLimits limits;
  @Inject private Caller caller;

  @Context private HttpServletRequest request;

  @HeaderParam(HttpHeaders.USER_AGENT)
  private @Nullable String userAgent;

  @HeaderParam("Origin")
  private @Nullable String origin;

  @CookieParam(RefreshCookie.NAME)
  private @Nullable String refreshCookie;

  record RegisterRequest(
      @Nullable String username,
      @Nullable String email,
      @Nullable String password,
      @JsonAlias("refreshTokenInBody") @Nullable Boolean refreshTokenInBody) {

    /** Never the password: records end up in logs. */
    @Override
    public String toString() {
      return "RegisterRequest[…]";
    }
  }

  record LoginRequest(
      @Nullable String username,
      @Nullable String email,
      @Nullable String password,
      @JsonAlias("refreshTokenInBody") @Nullable Boolean refreshTokenInBody) {

    /** Never the password: records end up in logs. */
    @Override
    public String toString() {
      return "LoginRequest[…]";
    }
  }

  record RefreshRequest(@JsonAlias("refreshToken") @Nullable String refreshToken) {

    /** Never the token: records end up in logs. */
    @Override
    public String toString() {
      return "RefreshRequest[…]";
    }
  }

  @POST
  @Path("/register")
  public Response register(RegisterRequest body) {
    requireObject(body);
    NewAccount account =
        new NewAccount(
            requireNonNullElse(body.username(), ""),
            requireNonNullElse(body.email(), ""),
            requireNonNullElse(body.password(), ""));
    return cookie.answer(signIn.register(account, userAgent, address()), body.refreshTokenInBody());
  }

  @POST
  @Path("/login")
  public Response logIn(LoginRequest body) {
    requireObject(body);
    String name = body.email() == null ? body.username() : body.email();
    return cookie.answer(
        signIn.logIn(
            requireNonNullElse(name, ""),
            requireNonNullElse(body.password(), ""),
            userAgent,
            address()),
        body.refreshTokenInBody());
  }

  /**
   * By the body's token where there is one, otherwise by the cookie; the next token comes the same
   * way.
   */
  @POST
  @Path("/refresh")
  @Consumes(MediaType.WILDCARD)
  public Response refresh(String body) throws JsonProcessingException {
    String given = tokenIn(body);
    boolean inBody = given != null;
    if (!inBody) {
      cookie.requireOwn(origin);
    }
    return cookie.answer(
        signIn.refresh(requireNonNullElse(inBody ? given : refreshCookie, ""), address()), inBody);
  }

  /** Ends the session of the bearer token, or else of the cookie. */
  @POST
  @Path("/logout")
  @Consumes(MediaType.WILDCARD)
  public Response logOut() {
    if (caller.isKnown()) {
      sessions.revoke(caller.sessionId());
    } else if (refreshCookie != null) {
      cookie.requireOwn(origin);
      sessions.revoke(new RefreshSecret(refreshCookie));
    } else {
      throw new ProblemException(ProblemType.UNAUTHORIZED);
    }
    return cookie.farewell();
  }

  private ClientAddress address() {
    return RequestAddress.of(request, limits.proxies());
  }

  /** Read here, because a browser sends no body and then no content type either. */
  private static @Nullable String tokenIn(String body) throws JsonProcessingException {
    RefreshRequest request =
        body.isBlank() ? null : Json.json().readValue(body, RefreshRequest.class);
    // A body that says null is none.
    return request == null ? null : request.refreshToken();
  }
}
