package org.parley.chat.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
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
    hub.find(changed.roomId()).ifPresent(feed -> executor.execute(() -> look(feed)));
  }

  /** Whoever is here now and is no member goes. When it fails the sweep rings again. */
  private void look(RoomFeed feed) {
    try {
      // In this order: who is here was a member before the members are read, unless it was removed.
      Set<Long> here = feed.people();
      Rooms.Members members = rooms.membersAmong(feed.roomId(), here);
      here.stream()
          .filter(person -> !members.userIds().contains(person))
          .flatMap(person -> feed.connectionsOf(person).stream())
          .forEach(connection -> evict(connection, feed.roomId()));
      feed.membersChecked(members.version());
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "the members of room {0} cannot be looked at now: {1}",
          feed.roomId(),
          e.toString());
    }
  }

  private void evict(Connection connection, long roomId) {
    if (entrance.leave(connection, roomId)) {
      connection.send(new ServerFrame.Kicked(roomId, NOT_MEMBER));
    }
  }
}
