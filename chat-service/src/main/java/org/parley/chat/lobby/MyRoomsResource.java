package org.parley.chat.lobby;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.identity.Person;
import org.parley.chat.room.RoomView;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.rest.QueryNumber;

/** ◆ The rooms I am in. Callers: the person themselves. */
@Path("/users/{user}/rooms")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class MyRoomsResource {

  @Inject private Lobby lobby;
  @Inject private Caller caller;

  /** {@code user} is my id or {@code me}. */
  @GET
  public RoomView.Page rooms(
      @PathParam("user") String user,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    Person me = caller.person();
    if (!user.equals("me") && !user.equals(Long.toString(me.id()))) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "Which rooms other people are in is theirs to tell.");
    }
    return lobby.joinedBy(
        me,
        QueryNumber.optional("after", after).orElse(0),
        QueryNumber.limit(limit, Paging.MAX_LIMIT));
  }
}
