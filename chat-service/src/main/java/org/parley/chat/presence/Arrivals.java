package org.parley.chat.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.chat.cluster.Presence;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.identity.Person;
import org.parley.chat.socket.Connection;

/**
 * Tells the others in a room that a person came or went: with their first and their last
 * connection, whichever instances these are on.
 */
@ApplicationScoped
public class Arrivals {

  @Inject private Attendance attendance;
  @Inject private ComingsAndGoings others;

  /**
   * A connection is about to come in. Returns when the other instances can know that its person is
   * here, at most Redis's time limit later: were the person told first that they are in, their next
   * step on another instance could overtake it.
   */
  public void arrive(RoomFeed feed, Connection connection, Person person, long membersVersion) {
    Presence presence = presence(feed, person);
    CompletionStage<Boolean> toBeTold;
    // Under the feed's monitor, so that Redis hears of coming and going in the order in which they
    // happened.
    synchronized (feed) {
      if (!feed.expect(connection, person, membersVersion)) {
        return;
      }
      toBeTold = attendance.came(presence);
    }
    if (toBeTold.toCompletableFuture().join()) {
      others.came(presence);
    }
  }

  /** A connection goes. */
  public void depart(RoomFeed feed, Connection connection) {
    synchronized (feed) {
      feed.detach(connection).ifPresent(person -> lastHereLeft(presence(feed, person)));
    }
  }

  /**
   * This instance ends: from now on nobody is said to go who may come back through another one in a
   * moment. The others tell of those who do not.
   */
  public void handOver() {
    attendance.leaveAllToOthers();
  }

  private void lastHereLeft(Presence presence) {
    attendance
        .went(presence)
        .thenAccept(
            toBeTold -> {
              if (toBeTold) {
                others.went(presence);
              }
            });
  }

  private static Presence presence(RoomFeed feed, Person person) {
    return new Presence(feed.roomId(), person.id(), person.username());
  }
}
