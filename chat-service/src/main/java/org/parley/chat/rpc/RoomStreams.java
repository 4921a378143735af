package org.parley.chat.rpc;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.chat.feed.Resume;
import org.parley.chat.feed.RoomEntrance;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;

/** The streams of this instance. Each is a connection like a WebSocket's, in one room. */
@ApplicationScoped
class RoomStreams {

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();

  @Inject private RoomEntrance entrance;
  @Inject private Sockets sockets;
  @Inject private MetricRegistry registry;

  @Resource private ManagedExecutorService executor;

  void register(@Observes Startup startup) {
    Gauge<Integer> streams = open::size;
    registry.gauge("grpc_streams", streams, Gauge::getValue);
  }

  /** Begins the stream. Returns at once: gRPC tells what the caller does only after that. */
  void open(RoomStream stream, AccessToken token, long roomId, Optional<Resume> resume) {
    Connection connection = new Connection(stream, true, sockets.writers());
    connection.authenticated(token);
    stream.onEnd(() -> gone(connection));
    open.add(connection);
    executor.execute(
        () -> {
          try {
            entrance.enter(connection, token.person(), roomId, resume);
          } catch (RuntimeException refusal) {
            stream.end(refusal);
          }
        });
  }

  private void gone(Connection connection) {
    connection.gone();
    open.remove(connection);
    entrance.leaveAll(connection);
  }

  /** Ends them all; their callers come again, to another instance. */
  void close() {
    open.forEach(connection -> connection.close(CloseCode.RESTART));
  }
}
