package org.parley.chat.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.protocol.SocketFrame;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Refusals as frames: every one is an {@code error} that says what it is about. */
final class Refusals {

  private static final Logger LOG = System.getLogger(Refusals.class.getName());

  /** PostgreSQL restarts in a second or two. */
  private static final Duration OUTAGE_RETRY = Duration.ofSeconds(1);

  private Refusals() {}

  /** The refusal behind a failure; what nobody foresaw is logged here. */
  static ProblemException problem(Throwable failure) {
    return ProblemException.findIn(failure, OUTAGE_RETRY)
        .orElseGet(
            () -> {
              LOG.log(Level.ERROR, "a frame could not be handled", failure);
              return new ProblemException(ProblemType.INTERNAL);
            });
  }

  /** Refuses a frame about a room, or a send. */
  static void refuse(
      Connection connection,
      String prefix,
      ProblemException refusal,
      @Nullable Long roomId,
      @Nullable UUID clientMsgId) {
    String message = prefix + refusal.getMessage();
    connection.send(refused(message, refusal, roomId, null, clientMsgId));
  }

  static SocketFrame.Refused refused(
      String message,
      ProblemException refusal,
      @Nullable Long roomId,
      @Nullable Long seq,
      @Nullable UUID clientMsgId) {
    Long retryAfterMs = refusal.retryAfter().map(Duration::toMillis).orElse(null);
    return new SocketFrame.Refused(
        message, refusal.type().code(), roomId, seq, clientMsgId, retryAfterMs);
  }
}
