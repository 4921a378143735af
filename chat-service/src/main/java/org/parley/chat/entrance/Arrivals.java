package org.parley.chat.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.cluster.RoomPresence;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;

/**
 * Tells the others in a room that a person came or went: with their first and their last
 * connection, whichever instances these are on.
 */
@ApplicationScoped
class Arrivals {

  @Inject private RoomPresence presence;
  @Inject private Broadcast broadcast;

  /**
   * A connection is about to come in. Returns when the other instances can know that its person is
   * here, at most Redis's time limit later: were the person told first that they are in, their next
   * step on another instance could overtake it.
   */
  void arrive(RoomFeed feed, Connection connection, Person person, long membersVersion) {
    CompletionStage<Boolean> firstAnywhere;
    // Under the feed's monitor, so that Redis hears of coming and going in the order in which they
    // happened.
    synchronized (feed) {
      if (!feed.expect(connection, person, membersVersion)) {
        return;
      }
      firstAnywhere = presence.arrived(feed.roomId(), person.id());
    }
    if (firstAnywhere.toCompletableFuture().join()) {
      tell(
          feed.roomId(),
          person,
          new ServerFrame.UserJoined(person.username(), person.id(), feed.roomId()));
    }
  }

  /** A connection goes. */
  void depart(RoomFeed feed, Connection connection) {
    synchronized (feed) {
      feed.detach(connection).ifPresent(person -> lastHereLeft(feed.roomId(), person));
    }
  }

  private void lastHereLeft(long roomId, Person person) {
    ServerFrame frame = new ServerFrame.UserLeft(person.username(), person.id(), roomId);
    presence
        .left(roomId, person.id())
        .thenAccept(
            lastAnywhere -> {
              if (lastAnywhere) {
                tell(roomId, person, frame);
              }
            });
  }

  private void tell(long roomId, Person person, ServerFrame frame) {
    broadcast.publish(roomId, RoomFrame.about(person.id(), frame).toBytes());
  }
}
