package org.parley.chat.lobby;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.room.MemberView;
import org.parley.chat.room.NewRoom;
import org.parley.chat.room.People;
import org.parley.chat.room.RoomChanges;
import org.parley.chat.room.RoomView;
import org.parley.chat.room.Rooms;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.rest.QueryNumber;

/** ◆ Rooms over REST. Callers: anybody signed in; see {@link Rooms} for what each may see. */
@Path("/rooms")
@RequestScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomsResource {

  /** ◆ Answer to join. */
  public record Joined(boolean success, RoomView room) {}

  /** ◆ Answer to leave, and to the removal of a member. */
  public record Left(boolean success) {}

  @Inject private Lobby lobby;
  @Inject private Rooms rooms;
  @Inject private People people;
  @Inject private Caller caller;

  @POST
  public RoomView create(@Nullable NewRoom wanted) {
    if (wanted == null) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send the room as a JSON object.");
    }
    return lobby.create(wanted, caller.person());
  }

  @GET
  public RoomView.Page search(
      @QueryParam("query") @Nullable String query,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return rooms.search(
        caller.person(),
        query == null ? "" : query,
        QueryNumber.optional("after", after).orElse(0),
        QueryNumber.limit(limit, Paging.DEFAULT_LIMIT));
  }

  @GET
  @Path("/{id}")
  public RoomView room(@PathParam("id") long id) {
    return lobby.require(id, caller.person());
  }

  /** Changes what is given, as an owner may. */
  @PATCH
  @Path("/{id}")
  public RoomView change(@PathParam("id") long id, @Nullable RoomChanges changes) {
    if (changes == null) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "Send what changes as a JSON object.");
    }
    return lobby.change(id, caller.person(), changes);
  }

  /** ◆ Takes no body; one is ignored, as the original did. */
  @POST
  @Path("/{id}/join")
  @Consumes(MediaType.WILDCARD)
  public Joined join(@PathParam("id") long id) {
    return new Joined(true, lobby.join(id, caller.person()));
  }

  /** ◆ Takes no body; one is ignored, as the original did. */
  @POST
  @Path("/{id}/leave")
  @Consumes(MediaType.WILDCARD)
  public Left leave(@PathParam("id") long id) {
    people.leave(id, caller.person());
    return new Left(true);
  }

  @GET
  @Path("/{id}/members")
  public MemberView.Page members(
      @PathParam("id") long id,
      @QueryParam("query") @Nullable String query,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    long from = QueryNumber.optional("after", after).orElse(0);
    int most = QueryNumber.limit(limit, Paging.DEFAULT_LIMIT);
    return query == null || query.isEmpty()
        ? people.members(id, caller.person(), from, most)
        : people.membersCalled(id, caller.person(), query, from, most);
  }

  /** Removes somebody from the room, as an owner may. */
  @DELETE
  @Path("/{id}/members/{user}")
  @Consumes(MediaType.WILDCARD)
  public Left kick(@PathParam("id") long id, @PathParam("user") long userId) {
    people.kick(id, caller.person(), userId);
    return new Left(true);
  }
}
