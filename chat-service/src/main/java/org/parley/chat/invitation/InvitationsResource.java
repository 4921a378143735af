package org.parley.chat.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;

/** The invitations to a room. Callers: its owners. */
@Path("/rooms/{id}/invitations")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsResource {

  /** Answer to the withdrawal of one. */
  public record Withdrawn(boolean success) {}

  @Inject private Invitations invitations;
  @Inject private Caller caller;

  /** Without a body it is a usual one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public InvitationView.Made make(@PathParam("id") long roomId, @Nullable NewInvitation wanted) {
    return invitations.make(
        roomId, caller.person(), wanted == null ? NewInvitation.usual() : wanted);
  }

  @GET
  public InvitationView.All all(@PathParam("id") long roomId) {
    return invitations.of(roomId, caller.person());
  }

  @DELETE
  @Path("/{invitation}")
  public Withdrawn withdraw(@PathParam("id") long roomId, @PathParam("invitation") long id) {
    invitations.withdraw(roomId, caller.person(), id);
    return new Withdrawn(true);
  }
}
