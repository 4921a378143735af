package org.parley.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.cluster.Presence;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;

/** What everybody else in a room, on every instance, is told of a person. */
@ApplicationScoped
class ComingsAndGoings {

  @Inject private Broadcast broadcast;

  void came(Presence who) {
    tell(who, new ServerFrame.UserJoined(who.username(), who.userId(), who.roomId()));
  }

  void went(Presence who) {
    tell(who, new ServerFrame.UserLeft(who.username(), who.userId(), who.roomId()));
  }

  private void tell(Presence who, ServerFrame frame) {
    broadcast.publish(who.roomId(), RoomFrame.about(who.userId(), frame).toBytes());
  }
}
