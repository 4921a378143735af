package org.parley.chat.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.chat.feed.Hub;
import org.parley.chat.feed.StartedFeed;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RoomSocket;

/** Who has to go goes, also when the database does not say so at once. */
class EvictionTest {

  private static final Person REMOVED = new Person(2, "ben");

  private final StartedFeed room = new StartedFeed(10);
  private final CompletableFuture<Connection> left = new CompletableFuture<>();
  private int looks;

  @Test
  void looksAgainWhenTheDatabaseDidNotAnswer() {
    Connection connection = RoomSocket.open().connection();
    room.feed().expect(connection, REMOVED, 1);
    Eviction eviction = new Eviction(room.hub(), away(), entrance(), atOnce());

    eviction.membersChanged(new Hub.MembersChanged(room.feed().roomId()));
    assertThat(left).isNotDone();
    assertThat(left).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(connection);
    assertThat(looks).isEqualTo(2);
  }

  /** Once away, then nobody is a member. */
  private Rooms away() {
    return new Rooms() {
      @Override
      public Members membersAmong(long roomId, Set<Long> people) {
        if (++looks == 1) {
          throw new IllegalStateException("the database is away");
        }
        return new Members(2, Set.of());
      }
    };
  }

  private RoomEntrance entrance() {
    return new RoomEntrance() {
      @Override
      public boolean leave(Connection connection, long roomId) {
        left.complete(connection);
        return false;
      }
    };
  }

  private static DatabaseThreads atOnce() {
    return new DatabaseThreads() {
      @Override
      public void execute(Runnable task) {
        task.run();
      }
    };
  }
}
