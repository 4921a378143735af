package org.parley.chat.probe;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.feed.Hub;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.health.Draining;
import org.parley.chat.identity.Person;
import org.parley.chat.log.MessageLog;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.platform.PeerSettings;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Sockets;

/**
 * Beats every five seconds in the probe's room, and hears the others there. What goes wrong on the
 * way is counted and never thrown: people are served first.
 */
@ApplicationScoped
public class Probe {

  /** Often enough for an alert within minutes; two commits in ten seconds cost nothing. */
  static final Duration EVERY = Duration.ofSeconds(5);

  private static final Logger LOG = System.getLogger(Probe.class.getName());

  /** As migration V010 made them. */
  private static final long ROOM = -1;

  private static final Person PERSON = new Person(-1, "probe");
  private static final long MEMBERS_VERSION = 1;

  /** Beats between two looks at the room's size: an hour. */
  private static final long TIDY_EVERY = Duration.ofHours(1).dividedBy(EVERY);

  /** Entering takes milliseconds; what takes longer is tried again with the next beat. */
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(2);

  @Inject private PeerSettings settings;
  @Inject private ProbeStore store;
  @Inject private MessageLog log;
  @Inject private Broadcast broadcast;
  @Inject private Hub hub;
  @Inject private Sockets sockets;
  @Inject private Draining draining;
  @Inject private ManagedScheduledExecutorService scheduler;

  private @Nullable Future<?> beating;
  private @Nullable Connection place;
  private volatile boolean lostPlace;
  private long beats;

  void start(@Observes Startup startup, MetricRegistry registry) {
    if (settings.probes()) {
      Rounds measured = new Rounds(ProbeMetrics.in(registry), System::nanoTime);
      beating =
          scheduler.scheduleWithFixedDelay(
              () -> beat(measured), EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void beat(Rounds measured) {
    try {
      if (!draining.hasBegun() && isInRoom(measured)) {
        send(measured);
        if (++beats % TIDY_EVERY == 0) {
          store.forgetOld(ROOM);
        }
      }
    } catch (RuntimeException | SQLException e) {
      // The scheduler would never call again.
      LOG.log(Level.DEBUG, "the probe''s beat failed: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Goes in with the first beat for which Redis and PostgreSQL are there, and again when its socket
   * was ended: what a newer instance says may be more than it understands.
   */
  private boolean isInRoom(Rounds measured) throws InterruptedException {
    if (place != null && lostPlace) {
      Connection left = place;
      place = null;
      hub.find(ROOM).ifPresent(feed -> feed.detach(left));
      hub.close(ROOM);
    }
    if (place == null) {
      try {
        RoomFeed room = hub.open(ROOM).get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        lostPlace = false;
        place = enter(room, measured);
      } catch (ExecutionException | TimeoutException e) {
        hub.close(ROOM);
        return false;
      }
    }
    return true;
  }

  private Connection enter(RoomFeed room, Rounds measured) {
    Connection connection =
        sockets.connect(
            new ProbeSocket(frame -> read(frame, measured), () -> lostPlace = true), true);
    room.expect(connection, PERSON, MEMBERS_VERSION);
    room.attach(connection, head -> new ServerFrame.Resumed(ROOM, head.changeSeq()));
    return connection;
  }

  private void send(Rounds measured) {
    Beat beat = measured.next();
    log.append(new NewMessage(PERSON, ROOM, UUID.randomUUID(), beat.text()))
        .thenAccept(this::publish)
        .exceptionally(
            refused -> {
              measured.failed(beat);
              return null;
            });
  }

  /** Not through message posting, which counts what people send; nor is its delivery timed. */
  private void publish(Posted posted) {
    broadcast.publish(ROOM, RoomFrame.sent(posted.toFrame()).toBytes());
  }

  private static void read(ServerFrame frame, Rounds measured) {
    if (frame instanceof ServerFrame.NewMessage message) {
      Beat.parse(message.content()).ifPresent(measured::heard);
    }
  }

  @PreDestroy
  void stop() {
    if (beating != null) {
      beating.cancel(false);
    }
  }
}
