package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.support.RoomSocket;
import org.parley.chat.support.StoredMessages;
import org.parley.contract.trace.Traces;

/** Opening and closing of rooms. */
class HubTest {

  private static final long ROOM = 3;

  private final List<String> subscriptions = new ArrayList<>();
  private boolean databaseIsAway;

  private final Broadcast broadcast =
      new Broadcast() {
        @Override
        public void listen(Listener listener) {}

        @Override
        public void listenForPeople(PeopleListener listener) {}

        @Override
        public void publish(long roomId, byte[] payload, long committedNanos) {}

        @Override
        public void publishTo(long userId, byte[] payload) {}

        @Override
        public CompletionStage<Void> subscribe(long roomId) {
          subscriptions.add("+" + roomId);
          return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isAway() {
          return false;
        }

        @Override
        public void unsubscribe(long roomId) {
          subscriptions.add("-" + roomId);
        }
      };

  private final Hub hub =
      new Hub(
          broadcast,
          new RoomHeadStore() {
            @Override
            RoomHead head(long roomId) {
              if (databaseIsAway) {
                throw new IllegalStateException("the database is away");
              }
              return new RoomHead(roomId, 5, 5, 1, "epoch-1");
            }
          },
          new StoredMessages(),
          null,
          null,
          new DatabaseThreads() {
            @Override
            public void execute(Runnable task) {
              task.run();
            }
          },
          Traces.OFF);

  @Test
  void aRoomIsOpenFromItsFirstConnectionToItsLast() {
    RoomFeed feed = hub.open(ROOM).join();
    assertThat(hub.open(ROOM).join()).isSameAs(feed);
    hub.close(ROOM);
    assertThat(hub.find(ROOM)).contains(feed);
    hub.received(ROOM, RoomSocket.sent(6).toBytes(), 0);
    assertThat(hub.heads()).containsExactly(new RoomHead(ROOM, 6, 6, 1, "epoch-1"));

    hub.close(ROOM);
    assertThat(hub.find(ROOM)).isEmpty();
    assertThat(subscriptions).containsExactly("+3", "-3");
    hub.received(ROOM, RoomSocket.sent(7).toBytes(), 0);
    assertThat(hub.heads()).isEmpty();
  }

  @Test
  void whereOpeningFailedTheNextTriesAnew() {
    databaseIsAway = true;
    assertThat(hub.open(ROOM)).isCompletedExceptionally();
    assertThat(hub.heads()).isEmpty();

    databaseIsAway = false;
    assertThat(hub.open(ROOM))
        .as("while the first is still there")
        .isCompletedWithValueMatching(feed -> feed.cursor() == 5);
    hub.close(ROOM);
    assertThat(hub.find(ROOM)).isPresent();
    hub.close(ROOM);
    assertThat(hub.find(ROOM)).isEmpty();
  }

  @Test
  void skipsFramesOfAnotherVersion() {
    hub.open(ROOM).join();
    byte[] unknown = RoomSocket.sent(6).toBytes();
    unknown[0] = '?';
    hub.received(ROOM, unknown, 0);
    hub.received(ROOM, new byte[3], 0);
    assertThat(hub.heads()).extracting(RoomHead::changeSeq).containsExactly(5L);
  }
}
