package org.parley.chat.socket;

import static org.parley.contract.metric.Metrics.described;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.ExpiryWarning;
import org.parley.chat.identity.SessionsRevoked;
import org.parley.chat.platform.Pulse;
import org.parley.chat.platform.SocketSettings;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.protocol.SocketFrame;
import org.parley.contract.ProblemType;

/**
 * All sockets of this instance. Once a second it ends those that should not live on: not
 * authenticated in time, silent for three heartbeats, or stuck in a write; and it warns those who
 * asked for it that their token runs out.
 */
@ApplicationScoped
public class Sockets {

  private static final Logger LOG = System.getLogger(Sockets.class.getName());

  /**
   * How often a client should ping: below the minute after which proxies and phones drop a silent
   * connection.
   */
  public static final Duration HEARTBEAT = Duration.ofSeconds(25);

  /** Three heartbeats: one may be lost, the second late. */
  private static final Duration MAX_SILENCE = HEARTBEAT.multipliedBy(3);

  /**
   * From this JDK on a virtual thread blocked inside {@code synchronized} does not hold its
   * carrier.
   */
  private static final int VIRTUAL_WRITERS_SINCE = 24;

  private static final Outgoing PING = new Outgoing.Ping();

  private final Set<Connection> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers =
      Runtime.version().feature() >= VIRTUAL_WRITERS_SINCE
          ? Executors.newVirtualThreadPerTaskExecutor()
          : Executors.newCachedThreadPool();

  private final SocketCounts counts = new SocketCounts();

  /** Of those who asked for one and did not get it yet. */
  private final Map<Connection, ExpiryWarning> warnings = new ConcurrentHashMap<>();

  @Inject private SocketSettings settings;
  @Inject private MetricRegistry registry;

  @Resource private ManagedScheduledExecutorService scheduler;

  private Future<?> sweeping;
  private long sweeps;

  void start(@Observes Startup startup) {
    Gauge<Integer> open = sockets::size;
    registry.gauge(
        described("websocket_connections", "Sockets that are open on this instance."),
        open,
        Gauge::getValue);
    counts.register(registry);
    sweeping = scheduler.scheduleAtFixedRate(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  /** A connection over this transport, written by our threads and counted with the others. */
  public Connection connect(Transport transport, boolean manyRooms) {
    return new Connection(transport, manyRooms, writers, counts);
  }

  /** Threads that may wait for a slow reader, one each. */
  public Executor readersPace() {
    return writers;
  }

  /** Watches over this connection from now on, unless it was closed while it opened. */
  public void add(Connection connection) {
    sockets.add(connection);
    if (connection.isGone()) {
      remove(connection);
    }
  }

  public void remove(Connection connection) {
    sockets.remove(connection);
    warnings.remove(connection);
  }

  /** Tells this socket that its token runs out, when it is time; null: never. Once. */
  public void warn(Connection connection, @Nullable ExpiryWarning warning) {
    if (warning == null) {
      warnings.remove(connection);
    } else {
      warnings.put(connection, warning);
      if (connection.isGone()) {
        warnings.remove(connection); // gone comes before it is removed from here
      }
    }
  }

  /** Those that are open now. */
  public List<Connection> open() {
    return List.copyOf(sockets);
  }

  /** Ends the sockets of these sessions: nothing is delivered to them any more. Never blocks. */
  void closeSessions(@Observes SessionsRevoked revoked) {
    forEach(
        "of a session that has ended",
        connection -> {
          if (connection.isOfOneOf(revoked.sessionIds())) {
            connection.abort(CloseCode.SESSION_ENDED); // not after what waits for a slow reader
          }
        });
  }

  /**
   * Ends them all: what they said before may have been said again elsewhere. Their clients come
   * again, and repeat what was not acknowledged.
   */
  void endAfterStop(@Observes Pulse.Missed stop) {
    LOG.log(
        Level.WARNING,
        "this process was stopped for {0} s; its {1} sockets are ended, because what lies in them"
            + " is too old to be carried out",
        stop.time().toSeconds(),
        sockets.size());
    forEach("after a stop", connection -> connection.close(CloseCode.RESTART));
  }

  /** With every socket, whatever one of them does to it. */
  private void forEach(String circumstance, Consumer<Connection> step) {
    forEach(sockets, circumstance, step);
  }

  private static void forEach(
      Set<Connection> some, String circumstance, Consumer<Connection> step) {
    for (Connection connection : some) {
      try {
        step.accept(connection);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "socket " + connection.id() + " " + circumstance, e);
      }
    }
  }

  private void sweep() {
    boolean ping = ++sweeps % HEARTBEAT.toSeconds() == 0;
    sweep(Instant.now(), settings.authTimeout(), ping);
  }

  void sweep(Instant now, Duration authTimeout, boolean ping) {
    try {
      counts.publish();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "what sockets did could not be counted", e);
    }
    Instant authDeadline = now.minus(authTimeout);
    // A failure would end the schedule, and no socket would be looked after any more.
    forEach("could not be looked after", connection -> look(connection, authDeadline, ping));
    forEach(warnings.keySet(), "could not be warned", connection -> warn(connection, now));
  }

  private void warn(Connection connection, Instant now) {
    ExpiryWarning warning = warnings.get(connection);
    // Not one that was put in its place meanwhile. A socket that is gone takes nothing.
    if (warning != null && warning.isDue(now) && warnings.remove(connection, warning)) {
      connection.send(new SocketFrame.TokenExpiring(warning.expiresAt().getEpochSecond()));
    }
  }

  private static void look(Connection connection, Instant authDeadline, boolean ping) {
    if (connection.stuckNanos() > Writer.MAX_STUCK.toNanos()) {
      connection.abort(CloseCode.TAKES_NOTHING);
    } else if (connection.silentNanos() > MAX_SILENCE.toNanos()) {
      connection.close(CloseCode.SILENT);
    } else if (connection.token().isEmpty() && connection.openedAt().isBefore(authDeadline)) {
      connection.send(
          new SocketFrame.Refused(
              "Please authenticate first",
              ProblemType.UNAUTHORIZED.code(),
              null,
              null,
              null,
              null));
      connection.close(CloseCode.AUTH_TIMEOUT);
    } else if (ping) {
      connection.send(PING);
    }
  }

  @PreDestroy
  void stop() {
    sweeping.cancel(false);
    sockets.forEach(connection -> connection.close(CloseCode.RESTART));
    writers.shutdown();
  }
}
