package org.parley.chat.feed;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.parley.chat.message.ChangeRange;
import org.parley.chat.message.Messages;
import org.parley.chat.room.Rooms;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.socket.Outgoing;

/**
 * Gives a connection what it missed, from the database, while the feed holds back what is new; or
 * tells it to begin anew where that cannot be done. Never a silent hole.
 */
@ApplicationScoped
class Replay {

  /** Who missed more reads a page of history instead, which is cheaper for everybody. */
  static final int MAX_CHANGES = 500;

  /** Any line carries 500 messages in this time; a reader that takes longer reads history. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Messages messages;
  private Rooms rooms;
  private Executor executor;

  Replay() {} // for the container's proxy

  @Inject
  Replay(Messages messages, Rooms rooms, ManagedExecutorService executor) {
    this(messages, rooms, (Executor) executor);
  }

  /** Reads on the executor: threads of WebSockets have no context that JPA could work in. */
  Replay(Messages messages, Rooms rooms, Executor executor) {
    this.messages = messages;
    this.rooms = rooms;
    this.executor = executor;
  }

  /** Returns when everything up to now is on its way; waits for the reader's pace. */
  void run(RoomFeed feed, Connection connection, long after) throws InterruptedException {
    ChangeRange range =
        CompletableFuture.supplyAsync(() -> messages.changesAfter(feed.roomId(), after), executor)
            .join();
    // A client may know more than this instance does, but not more than the database.
    if (range.through() >= after && give(connection, range.after(after))) {
      feed.replayed(connection, range.through());
    } else {
      feed.resync(connection);
    }
  }

  /** Whether the reader took them in time. */
  private static boolean give(Connection connection, List<RoomFrame> missed)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (RoomFrame change : missed) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      connection.sendInPace(new Outgoing.Text(change.text()));
    }
    return true;
  }
}
