package org.parley.chat.reading;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Caller;
import org.parley.chat.protocol.ServerFrame;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** How far the caller has read a room. Callers: members of it. */
@Path("/rooms/{id}/read")
@RequestScoped
@RolesAllowed("user")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReadResource {

  /** The last message that was read. */
  public record Mark(@Nullable Long seq) {}

  /** Where the pointer stands, and what is unread behind it; as the frame {@code read}. */
  public record View(long roomId, long seq, int unread, int mentions) {}

  @Inject private Reading reading;
  @Inject private Caller caller;

  /** Moves the pointer on, never back. May be repeated. */
  @POST
  public View mark(@PathParam("id") long roomId, @Nullable Mark mark) {
    if (mark == null) {
      throw new ProblemException(
          ProblemType.MALFORMED_REQUEST, "Send what was read as a JSON object.");
    }
    Long seq = mark.seq();
    if (seq == null) {
      throw ProblemException.invalid("seq", "seq is missing.");
    }
    ServerFrame.Read read =
        reading.mark(roomId, caller.person(), seq).toCompletableFuture().join().read();
    return new View(read.roomId(), read.seq(), read.unread(), read.mentions());
  }
}
