package org.parley.users.profile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.rest.RestConventions.Done;
import org.parley.users.session.Devices;
import org.parley.users.session.Sessions;
import org.parley.users.signin.RefreshCookie;
import org.parley.users.token.Caller;

/** Where I am signed in. Ended sessions lose their sockets within two seconds. */
@Path("/api/v1/users/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("user")
@RequestScoped
public class MySessionsResource {

  @Inject private Sessions sessions;
  @Inject private Devices devices;
  @Inject private RefreshCookie cookie;
  @Inject private Caller caller;

  /**
   * The caller's sessions that go on, the newest use first.
   *
   * @param hasMore whether there are more than a page: who has that many ends them all
   */
  record MySessions(List<Devices.Device> sessions, boolean hasMore) {}

  @GET
  public Response list() {
    List<Devices.Device> found =
        devices.live(caller.userId(), caller.sessionId(), Paging.MAX_LIMIT + 1);
    return Response.ok(
            new MySessions(
                found.stream().limit(Paging.MAX_LIMIT).toList(), found.size() > Paging.MAX_LIMIT))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Ends one of the caller's sessions. Somebody else's are as unknown as those nobody has. */
  @DELETE
  @Path("/{id}")
  public Response end(@PathParam("id") long id) {
    if (!sessions.revoke(caller.userId(), id)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "You have no such session.");
    }
    return id == caller.sessionId() ? cookie.farewell() : done();
  }

  /** Ends all of the caller's sessions, this one included unless it is to be kept. */
  @DELETE
  public Response endAll(@QueryParam("keep_current") @Nullable String keepCurrent) {
    boolean keeps = isTrue(keepCurrent);
    sessions.revokeOwn(caller.userId(), caller.sessionId(), keeps);
    return keeps ? done() : cookie.farewell();
  }

  private static Response done() {
    return Response.ok(Done.DONE).build();
  }

  /** Strict, because whoever misspells it would be signed out. */
  private static boolean isTrue(@Nullable String text) {
    return switch (text == null ? "false" : text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ProblemException.invalid("keep_current", "keep_current is true or false.");
    };
  }
}
