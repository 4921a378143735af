package org.parley.chat.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.room.RoomView;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Invitations, for whoever was given one. Callers: anybody signed in who has its token, which
 * travels in bodies only: paths end up in logs and traces.
 */
@Path("/invitations")
@RequestScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitedResource {

  /** What is shown of an invitation. */
  public record Shown(@Nullable String token) {

    /** Without the token. */
    @Override
    public String toString() {
      return "Shown[token=…]";
    }
  }

  @Inject private Invitations invitations;
  @Inject private Caller caller;

  /** What it opens; changes nothing. */
  @POST
  @Path("/lookup")
  public InvitationView.Offer look(@Nullable Shown shown) {
    return invitations.look(token(shown), caller.person());
  }

  /** Comes in. May be repeated. */
  @POST
  @Path("/accept")
  public RoomView accept(@Nullable Shown shown) {
    return invitations.accept(token(shown), caller.person());
  }

  private static InvitationToken token(@Nullable Shown shown) {
    if (shown == null) {
      throw new ProblemException(ProblemType.MALFORMED_REQUEST, "Send token in a JSON object.");
    }
    String token = shown.token();
    if (token == null || token.isBlank()) {
      throw ProblemException.invalid("token", "token is missing.");
    }
    return new InvitationToken(token);
  }
}
