package org.parley.chat.rpc;

import static org.parley.contract.metric.Metrics.described;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.chat.entrance.Resume;
import org.parley.chat.entrance.RoomEntrance;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.identity.Person;
import org.parley.chat.identity.RevokedSessions;
import org.parley.chat.identity.SessionsRevoked;
import org.parley.chat.limit.SocketLimits;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.ClientAddress;

/**
 * The streams of this instance. Each is a connection like a WebSocket's, in one room, and counts as
 * one: a replay holds a thread at the reader's pace.
 */
@ApplicationScoped
class RoomStreams {

  private static final Logger LOG = System.getLogger(RoomStreams.class.getName());

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  @Inject private RoomEntrance entrance;
  @Inject private Sockets sockets;
  @Inject private RevokedSessions revoked;
  @Inject private SocketLimits limits;
  @Inject private MetricRegistry registry;

  @Resource private ManagedExecutorService executor;

  void register(@Observes Startup startup) {
    Gauge<Integer> streams = open::size;
    registry.gauge(
        described("grpc_streams", "Streams of rooms that are open over gRPC."),
        streams,
        Gauge::getValue);
  }

  /**
   * Begins the stream. Returns at once: gRPC tells what the caller does only after that.
   *
   * @throws ProblemException {@code rate_limited} when the person or the address has too many
   */
  void open(
      RoomStream stream,
      AccessToken token,
      ClientAddress address,
      long roomId,
      Optional<Resume> resume) {
    Connection connection = sockets.connect(stream, true);
    connection.authenticated(token);
    limits.enter(connection, address, token.person());
    stream.onEnd(() -> gone(connection));
    open.add(connection);
    if (revoked.isRevoked(token.sessionId())) {
      // Whoever ends a session's streams may have looked a moment too early for this one.
      stream.end(RevokedSessions.ended());
      return;
    }
    try {
      executor.execute(() -> enter(stream, connection, roomId, resume));
    } catch (RuntimeException e) {
      gone(connection);
      throw e;
    }
  }

  private void enter(
      RoomStream stream, Connection connection, long roomId, Optional<Resume> resume) {
    try {
      Person person = connection.token().orElseThrow().person();
      Runnable replay = entrance.enter(connection, person, roomId, resume);
      if (replay != null) {
        replay.run();
      }
    } catch (RuntimeException refusal) {
      stream.end(refusal);
    }
  }

  private void gone(Connection connection) {
    connection.gone();
    open.remove(connection);
    limits.leave(connection);
    entrance.leaveAll(connection);
  }

  /** Ends the streams of these sessions with UNAUTHENTICATED. Never blocks. */
  void end(@Observes SessionsRevoked ended) {
    close(stream -> stream.isOfOneOf(ended.sessionIds()), CloseCode.SESSION_ENDED);
  }

  /** Ends them all; their callers come again, to another instance. */
  void close() {
    close(stream -> true, CloseCode.RESTART);
  }

  private void close(Predicate<Connection> which, CloseCode code) {
    for (Connection connection : open) {
      try {
        if (which.test(connection)) {
          connection.close(code);
        }
      } catch (RejectedExecutionException e) {
        // The writers have stopped before us; the port's end cuts it.
        LOG.log(Level.DEBUG, "{0} ends without a word", connection.id());
      }
    }
  }
}
