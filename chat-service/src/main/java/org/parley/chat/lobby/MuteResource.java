package org.parley.chat.lobby;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.room.RoomView;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Whether a room may disturb me. Callers: its members. May be repeated. */
@Path("/rooms/{id}/mute")
@RequestScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class MuteResource {

  /** Whether it is to be silent. */
  public record Mute(@Nullable Boolean muted) {}

  @Inject private Lobby lobby;
  @Inject private Caller caller;

  @PUT
  public RoomView mute(@PathParam("id") long roomId, @Nullable Mute mute) {
    if (mute == null) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send muted in a JSON object.");
    }
    Boolean muted = mute.muted();
    if (muted == null) {
      throw ProblemException.invalid("muted", "Say whether the room is muted: true or false.");
    }
    return lobby.mute(roomId, caller.person(), muted);
  }
}
