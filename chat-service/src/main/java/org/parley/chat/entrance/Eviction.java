package org.parley.chat.entrance;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.parley.chat.feed.Hub;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;

/**
 * Lets out of a room whoever is no member any more. What rings, a kick's word between instances or
 * a sweep that saw the members change, is only a doorbell: who has to go is read from the database.
 */
@ApplicationScoped
class Eviction {

  private static final Logger LOG = System.getLogger(Eviction.class.getName());

  private static final String NOT_MEMBER = "not_member";

  /** PostgreSQL restarts in a second or two. */
  private static final long PAUSE_MILLIS = 1_000;

  private final Set<Long> waiting = ConcurrentHashMap.newKeySet();

  /** Said once when it begins, not every second. */
  private final Set<Long> failing = ConcurrentHashMap.newKeySet();

  private final Executor afterPause =
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, Runnable::run);

  private volatile boolean stopping;

  private Hub hub;
  private Rooms rooms;
  private RoomEntrance entrance;
  private DatabaseThreads executor;

  Eviction() {} // for the container's proxy

  @Inject
  Eviction(Hub hub, Rooms rooms, RoomEntrance entrance, DatabaseThreads executor) {
    this(); // the container fills in what is injected
    this.hub = hub;
    this.rooms = rooms;
    this.entrance = entrance;
    this.executor = executor;
  }

  void membersChanged(@Observes Hub.MembersChanged changed) {
    hub.find(changed.roomId()).filter(feed -> waiting.add(feed.roomId())).ifPresent(this::lookSoon);
  }

  /** One look answers everybody who rang before it. */
  private void lookSoon(RoomFeed feed) {
    try {
      executor.execute(
          () -> {
            waiting.remove(feed.roomId());
            look(feed);
          });
    } catch (RejectedExecutionException e) {
      lookLater(feed); // too much is going on
    }
  }

  /**
   * Whoever is here now and is no member goes. When it fails it is tried again: the sweep need not
   * ring a second time for who was let in and removed at once.
   */
  private void look(RoomFeed feed) {
    try {
      Set<Long> here = feed.people();
      Rooms.Members members = rooms.membersAmong(feed.roomId(), here);
      // First: whoever comes in beside this finds that it was looked at without them.
      feed.membersChecked(members.version());
      here.stream()
          .filter(person -> !members.userIds().contains(person))
          .flatMap(person -> feed.connectionsOf(person, members.version()).stream())
          .forEach(connection -> evict(connection, feed.roomId()));
      failing.remove(feed.roomId());
    } catch (RuntimeException e) {
      LOG.log(
          failing.add(feed.roomId()) ? Level.WARNING : Level.DEBUG,
          "the members of room {0} cannot be looked at now: {1}",
          feed.roomId(),
          e.toString());
      if (waiting.add(feed.roomId())) {
        lookLater(feed);
      } // else somebody rang meanwhile, and that look is to come
    }
  }

  private void lookLater(RoomFeed feed) {
    if (stopping || hub.find(feed.roomId()).filter(feed::equals).isEmpty()) {
      waiting.remove(feed.roomId());
      failing.remove(feed.roomId());
    } else {
      afterPause.execute(() -> lookSoon(feed));
    }
  }

  @PreDestroy
  void stop() {
    stopping = true;
  }

  private void evict(Connection connection, long roomId) {
    if (entrance.leave(connection, roomId)) {
      connection.send(new ServerFrame.Kicked(roomId, NOT_MEMBER));
    }
  }
}
