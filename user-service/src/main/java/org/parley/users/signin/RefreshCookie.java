package org.parley.users.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.rest.RestConventions.Done;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;
import org.parley.users.session.Sessions;

/**
 * Where a browser keeps its refresh token: out of every script's reach, sent to this service's
 * paths only, never along with a request another site started.
 */
@ApplicationScoped
public class RefreshCookie {

  static final String NAME = "parley_refresh";
  private static final String PATH = "/api/v1/users";

  private Set<String> origins;
  private boolean secure;

  protected RefreshCookie() {
    // For CDI's proxy.
  }

  @Inject
  RefreshCookie(Settings settings) {
    String text = settings.text("PARLEY_PUBLIC_ORIGIN", "http://localhost:8080");
    this.origins = new LinkedHashSet<>(Arrays.stream(text.split(",")).map(String::strip).toList());
    origins.forEach(RefreshCookie::requireOrigin);
    // A cookie marked Secure would be lost to those who come over a plain origin that is allowed as
    // well.
    this.secure = origins.stream().allMatch(origin -> origin.startsWith("https://"));
  }

  /** A wrong origin stops the start. */
  void onStart(@Observes Startup event) {
    of("");
  }

  /** The Set-Cookie header that hands the token over. */
  String of(String refreshToken) {
    return cookie(refreshToken, Sessions.IDLE_LIMIT.toSeconds());
  }

  /**
   * The answer to somebody who is signed in.
   *
   * @param inBody whether the refresh token goes to a program that asked for it, and not into the
   *     cookie; null where nobody said
   */
  public Response answer(SignIn.SignedIn signedIn, @Nullable Boolean inBody) {
    if (Boolean.TRUE.equals(inBody)) {
      return uncached(signedIn).build();
    }
    String token = Objects.requireNonNull(signedIn.refreshToken(), "whoever signs in gets one");
    return uncached(signedIn.withoutRefreshToken())
        .header(HttpHeaders.SET_COOKIE, of(token))
        .build();
  }

  /** The answer to somebody who is signed out by now, in this browser too. */
  public Response farewell() {
    return uncached(Done.DONE).header(HttpHeaders.SET_COOKIE, cleared()).build();
  }

  private static Response.ResponseBuilder uncached(Object body) {
    return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** The Set-Cookie header that makes the browser forget it. */
  String cleared() {
    return cookie("", 0);
  }

  /**
   * Refuses a request that carries the cookie from a page of somebody else. SameSite keeps the
   * cookie back already; this holds where a browser does not know it, and between ports of one
   * host.
   *
   * @param origin the Origin header; null where there is none, as in programs that are no browsers
   */
  void requireOwn(@Nullable String origin) {
    if (origin != null && !origins.contains(origin)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "This origin may not use the session cookie.");
    }
  }

  // Written out, because NewCookie adds a Version that RFC 6265 does not know.
  private String cookie(String value, long maxAgeSeconds) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(NAME, value, PATH, maxAgeSeconds, secure ? "; Secure" : "");
  }

  private static void requireOrigin(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && text.equals(uri.getScheme() + "://" + uri.getAuthority())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, with the same sentence.
    }
    throw new BadSettingException(
        "PARLEY_PUBLIC_ORIGIN has \""
            + text
            + "\"; an origin looks like https://chat.example.org, without a path.");
  }
}
