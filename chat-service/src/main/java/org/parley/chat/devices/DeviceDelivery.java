package org.parley.chat.devices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.chat.cluster.Broadcast;
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
    theirs.forEach(connection -> connection.remark(NO_ROOM, text));
  }
}
