package org.parley.chat.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/** Hands what was said to a person to their sockets here. */
@ApplicationScoped
class DeviceDelivery implements Broadcast.PeopleListener {

  /** In place of a room, whose numbers begin at 1: what one socket may have waiting of it. */
  private static final long NO_ROOM = 0;

  private DeviceSockets sockets;

  DeviceDelivery() {} // for the container's proxy

  @Inject
  DeviceDelivery(DeviceSockets sockets) {
    this(); // the rest comes with the start
    this.sockets = sockets;
  }

  void listen(@Observes Startup startup, Broadcast broadcast) {
    broadcast.listenForPeople(this);
  }

  @Override
  public void receivedFor(long userId, ByteBuffer payload) {
    List<Connection> theirs = sockets.of(userId);
    if (theirs.isEmpty()) {
      return; // as on most instances
    }
    Outgoing.Text text = new Outgoing.Text(StandardCharsets.UTF_8.decode(payload).toString());
    OptionalLong added = roomAdded(text);
    theirs.stream()
        .filter(connection -> added.isEmpty() || !isIn(connection, added.getAsLong()))
        .forEach(connection -> connection.remark(NO_ROOM, text));
  }

  /** Whoever came into a room on this socket was told so there. */
  private static boolean isIn(Connection connection, long roomId) {
    return connection.rooms().contains(roomId);
  }

  private static OptionalLong roomAdded(Outgoing.Text text) {
    try {
      return text.frame() instanceof RoomNews.RoomAdded added
          ? OptionalLong.of(added.roomId())
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty(); // of a newer instance: its clients know what it is
    }
  }
}
