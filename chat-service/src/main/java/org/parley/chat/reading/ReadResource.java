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
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  public record View(long roomId, long seq, int unread, int mentions, long lastSeq) {}

  /** Half a second is what it takes; after this long the database is stuck. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration RETRY = Duration.ofSeconds(1);

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
    ServerFrame.Read read = await(reading.mark(roomId, caller.person(), seq), PATIENCE).read();
    return new View(read.roomId(), read.seq(), read.unread(), read.mentions(), read.lastSeq());
  }

  /**
   * What came of it. It may still be stored after nobody waits any more: it may be said again.
   *
   * @throws ProblemException {@code unavailable} when that takes too long
   */
  static Reading.Marked await(CompletionStage<Reading.Marked> marked, Duration patience) {
    try {
      return marked
          .toCompletableFuture()
          .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        throw ProblemException.unavailable("It is not stored yet.", RETRY, e);
      }
      throw e;
    }
  }
}
