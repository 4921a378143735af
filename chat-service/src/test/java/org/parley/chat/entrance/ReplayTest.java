package org.parley.chat.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.chat.support.RoomSocket.sent;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.entrance.ResumeCounts.Outcome;
import org.parley.chat.feed.RoomFeed;
import org.parley.chat.feed.StartedFeed;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RoomSocket;
import org.parley.chat.support.StoredMessages;
import org.parley.contract.ProblemException;

/** How a connection that was away comes back: replayed, resumed, or told to begin anew. */
class ReplayTest {

  private static final Person ALICE = new Person(1, "alice");

  private final StoredMessages stored = new StoredMessages();
  private final StartedFeed room = new StartedFeed(10);
  private final RoomFeed feed = room.feed();
  private final RoomSocket socket = RoomSocket.open();
  private final Connection connection = socket.connection();
  private final List<Outcome> counted = new ArrayList<>();
  private final ResumeCounts counts =
      new ResumeCounts() {
        @Override
        void count(Outcome outcome) {
          counted.add(outcome);
        }
      };
  private final Replay replay = new Replay(stored, Runnable::run, counts);

  @BeforeEach
  void roomWithTenMessages() {
    stored.head(10);
    feed.expect(connection, ALICE, 1);
  }

  @Test
  void givesWhatWasMissedThenWhatCame() throws Exception {
    come(7, "epoch-1");
    assertThat(socket.written())
        .containsExactly("joined 10", "sent 8", "sent 9", "sent 10", "resumed 10");
    room.offer(sent(11));
    assertThat(socket.written()).containsExactly("sent 11");
  }

  @Test
  void givesMessagesAsTheyAreByNowInTheirOrderThenWhatElseChanged() throws Exception {
    stored.edit(9);
    stored.edit(2);
    stored.edit(9);
    come(8, "epoch-1");
    assertThat(socket.written())
        .containsExactly("joined 10", "sent 9", "sent 10", "changed 12", "resumed 13");
    assertThat(feed.given(connection)).hasValue(13);
  }

  @Test
  void needsNoReplayWhenNothingWasMissed() throws Exception {
    come(10, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "resumed 10");
    assertThat(stored.reads()).isZero();
  }

  @Test
  void countsHowItEnded() throws Exception {
    come(10, "epoch-1");
    assertThat(counted).containsExactly(Outcome.UP_TO_DATE);
    come(7, "epoch-1");
    assertThat(counted).last().isEqualTo(Outcome.REPLAYED);
    come(7, "another epoch");
    assertThat(counted).last().isEqualTo(Outcome.RESYNC);
    assertThat(counted).hasSize(3);
  }

  @Test
  void takesWhatTheRoomRemembersWithoutTheDatabase() throws Exception {
    room.offer(sent(11));
    room.offer(sent(12));
    come(10, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 12", "sent 11", "sent 12", "resumed 12");
    assertThat(stored.reads()).isZero();
    room.offer(sent(13));
    assertThat(socket.written()).containsExactly("sent 13");
  }

  @Test
  void holdsBackWhatComesDuringTheReplay() throws Exception {
    stored.whileReading(
        () -> {
          room.offer(sent(11));
          room.offer(sent(12));
        });
    come(9, "epoch-1");
    assertThat(socket.written())
        .containsExactly("joined 10", "sent 10", "resumed 10", "sent 11", "sent 12");
    room.offer(sent(13));
    assertThat(socket.written()).containsExactly("sent 13");
  }

  @Test
  void givesEachChangeOnceWhenTheReadSawMoreThanTheFeed() throws Exception {
    stored.head(12);
    stored.whileReading(() -> room.offer(sent(11)));
    come(9, "epoch-1");
    assertThat(socket.written())
        .containsExactly("joined 10", "sent 10", "sent 11", "sent 12", "resumed 12");
    assertThat(feed.given(connection)).hasValue(12);
    room.offer(sent(12));
    room.offer(sent(13));
    assertThat(socket.written()).containsExactly("sent 13");
  }

  @Test
  void believesAClientThatKnowsMoreThanThisInstance() throws Exception {
    stored.head(12);
    come(12, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "resumed 12");
    room.offer(sent(11));
    room.offer(sent(12));
    room.offer(sent(13));
    assertThat(socket.written()).containsExactly("sent 13");
  }

  @Test
  void beginsAnewForAClientThatKnowsMoreThanTheDatabase() throws Exception {
    come(11, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "resync 10");
    room.offer(sent(11));
    assertThat(socket.written()).containsExactly("sent 11");
  }

  @Test
  void beginsAnewInAnotherEpoch() throws Exception {
    come(9, "epoch-0");
    assertThat(socket.written()).containsExactly("joined 10", "resync 10");
  }

  @Test
  void beginsAnewBeyondFiveHundredChanges() throws Exception {
    stored.head(511);
    LongStream.rangeClosed(11, 511).forEach(n -> room.offer(sent(n)));
    come(11, "epoch-1");
    List<String> replayed = socket.written();
    assertThat(replayed)
        .hasSize(502)
        .startsWith("joined 511", "sent 12")
        .endsWith("sent 511", "resumed 511");
    come(10, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 511", "resync 511");
  }

  @Test
  void beginsAnewWhenMoreCameDuringTheReplayThanCanWait() throws Exception {
    stored.whileReading(() -> LongStream.rangeClosed(11, 1_100).forEach(n -> room.offer(sent(n))));
    come(9, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "sent 10", "resync 1100");
    room.offer(sent(1_101));
    assertThat(socket.written()).containsExactly("sent 1101");
  }

  @Test
  void keepsNoMoreWaitingThanTheOutboxTakes() throws Exception {
    stored.whileReading(
        () ->
            LongStream.rangeClosed(11, 30)
                .forEach(
                    n ->
                        room.offer(
                            new RoomFrame(RoomFrame.Kind.SENT, n, n, 0, "x".repeat(16_000)))));
    come(9, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "sent 10", "resync 30");
  }

  @Test
  void aReplayEndsWhenTheConnectionBeganAnewMeanwhile() throws Exception {
    stored.whileReading(() -> feed.resync(connection));
    come(7, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10", "resync 10");
  }

  @Test
  void aReplayEndsWhenTheConnectionLeftMeanwhile() throws Exception {
    stored.whileReading(() -> feed.detach(connection));
    come(7, "epoch-1");
    assertThat(socket.written()).containsExactly("joined 10");
  }

  @Test
  void aSecondJoinBeginsWhereItIsToldThatTheRoomStands() throws Exception {
    stored.head(12);
    come(12, "epoch-1");
    feed.attach(connection, RoomSocket::joined);
    room.offer(sent(11));
    room.offer(sent(12));
    assertThat(socket.written())
        .containsExactly("joined 10", "resumed 12", "joined 10", "sent 11", "sent 12");
  }

  @Test
  void asksForTheEpochOfACursor() {
    assertThat(Resume.of(null, null)).isEmpty();
    assertThat(Resume.of(0L, "epoch-1")).contains(new Resume(0, "epoch-1"));
    assertThatThrownBy(() -> Resume.of(1L, null)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Resume.of(-1L, "epoch-1")).isInstanceOf(ProblemException.class);
  }

  private void come(long after, String epoch) throws InterruptedException {
    if (counts.resumed(feed.resume(connection, RoomSocket::joined, after, epoch))) {
      replay.run(feed, connection, after);
    }
  }
}
