package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RecordingSession;
import org.parley.chat.support.StoredMessages;
import org.parley.contract.ProblemException;

/** How a connection that was away comes back: replayed, resumed, or told to begin anew. */
class ReplayTest {

  private static final Person ALICE = new Person(1, "alice");

  private final StoredMessages stored = new StoredMessages();
  private final RoomFeed feed = new RoomFeed(3);
  private final RecordingSession session = new RecordingSession();
  private final Connection connection = new Connection(session.transport(), true, Runnable::run);
  private final Replay replay =
      new Replay(
          stored,
          new Rooms() {
            @Override
            public Head head(long roomId) {
              return new Head(databaseHead, databaseHead);
            }
          },
          Runnable::run);
  private long databaseHead;

  @BeforeEach
  void roomWithTenMessages() {
    databaseIsAt(10);
    feed.startAt(new RoomFeed.Start(new Rooms.Head(10, 10), "epoch-1"));
  }

  @Test
  void givesWhatWasMissedThenWhatCame() throws Exception {
    come(7, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "8", "9", "10", "resumed 10");
    feed.offer(change(11));
    assertThat(kinds()).containsExactly("11");
  }

  @Test
  void needsNoReplayWhenNothingWasMissed() throws Exception {
    come(10, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "resumed 10");
    assertThat(stored.reads()).isZero();
  }

  @Test
  void holdsBackWhatComesDuringTheReplay() throws Exception {
    stored.whileReading(
        () -> {
          feed.offer(change(11));
          feed.offer(change(12));
        });
    come(9, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "10", "11", "12", "resumed 12");
    feed.offer(change(13));
    assertThat(kinds()).containsExactly("13");
  }

  @Test
  void givesEachChangeOnceWhenTheReadSawMoreThanTheFeed() throws Exception {
    databaseIsAt(12);
    stored.whileReading(() -> feed.offer(change(11)));
    come(9, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "10", "11", "12", "resumed 12");
    assertThat(feed.given(connection)).hasValue(12);
    feed.offer(change(12));
    feed.offer(change(13));
    assertThat(kinds()).containsExactly("13");
  }

  @Test
  void believesAClientThatKnowsMoreThanThisInstance() throws Exception {
    databaseIsAt(12);
    come(12, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "resumed 12");
    feed.offer(change(11));
    feed.offer(change(12));
    feed.offer(change(13));
    assertThat(kinds()).containsExactly("13");
  }

  @Test
  void beginsAnewForAClientThatKnowsMoreThanTheDatabase() throws Exception {
    come(11, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "resync 10");
    feed.offer(change(11));
    assertThat(kinds()).containsExactly("11");
  }

  @Test
  void beginsAnewInAnotherEpoch() throws Exception {
    come(9, "epoch-0");
    assertThat(kinds()).containsExactly("joined 10", "resync 10");
  }

  @Test
  void beginsAnewBeyondFiveHundredChanges() throws Exception {
    databaseIsAt(511);
    come(10, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "resumed 10");

    for (long n = 11; n <= 511; n++) {
      feed.offer(change(n));
    }
    kinds();
    come(11, "epoch-1");
    List<String> replayed = kinds();
    assertThat(replayed).hasSize(502).startsWith("joined 511", "12").endsWith("511", "resumed 511");
    come(10, "epoch-1");
    assertThat(kinds()).containsExactly("joined 511", "resync 511");
  }

  @Test
  void beginsAnewWhenMoreCameDuringTheReplayThanCanWait() throws Exception {
    stored.whileReading(
        () -> LongStream.rangeClosed(11, 1_100).forEach(n -> feed.offer(change(n))));
    come(9, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "10", "resync 1100");
    feed.offer(change(1_101));
    assertThat(kinds()).containsExactly("1101");
  }

  @Test
  void keepsNoMoreWaitingThanTheOutboxTakes() throws Exception {
    stored.whileReading(() -> LongStream.rangeClosed(11, 430).forEach(n -> feed.offer(change(n))));
    come(9, "epoch-1");
    assertThat(kinds()).containsExactly("joined 10", "10", "resync 430");
    stored.whileReading(
        () ->
            LongStream.rangeClosed(431, 450)
                .forEach(n -> feed.offer(new RoomFrame(n, n, 0, "x".repeat(16_000)))));
    databaseIsAt(430);
    come(429, "epoch-1");
    assertThat(kinds()).containsExactly("joined 430", "430", "resync 450");
  }

  @Test
  void aSecondJoinBeginsWhereItIsToldThatTheRoomStands() throws Exception {
    databaseIsAt(12);
    come(12, "epoch-1");
    feed.attach(connection, ALICE, ReplayTest::joined, Optional.empty());
    feed.offer(change(11));
    feed.offer(change(12));
    assertThat(kinds()).containsExactly("joined 10", "resumed 12", "joined 10", "11", "12");
  }

  @Test
  void asksForTheEpochOfACursor() {
    assertThat(Resume.of(null, null)).isEmpty();
    assertThat(Resume.of(0L, "epoch-1")).contains(new Resume(0, "epoch-1"));
    assertThatThrownBy(() -> Resume.of(1L, null)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Resume.of(-1L, "epoch-1")).isInstanceOf(ProblemException.class);
  }

  private void databaseIsAt(long head) {
    databaseHead = head;
    stored.head(head);
  }

  private void come(long after, String epoch) throws InterruptedException {
    RoomFeed.Attached attached =
        feed.attach(connection, ALICE, ReplayTest::joined, Optional.of(new Resume(after, epoch)));
    if (attached.replay()) {
      replay.run(feed, connection, after);
    }
  }

  private static ServerFrame joined(long lastSeq, long head, String epoch) {
    return new ServerFrame.RoomJoined(3, null, lastSeq, head, epoch);
  }

  /** What was written since, in short. */
  private List<String> kinds() {
    return session.written().stream()
        .map(
            text ->
                text.replaceFirst(".*room_joined.*\"head\":(\\d+).*", "joined $1")
                    .replaceFirst(".*resumed.*\"head\":(\\d+).*", "resumed $1")
                    .replaceFirst(".*resync_required.*\"head\":(\\d+).*", "resync $1")
                    .replaceFirst(".*new_message.*\"change_seq\":(\\d+).*", "$1")
                    .replaceFirst("^text change ", ""))
        .toList();
  }

  private static RoomFrame change(long changeSeq) {
    return new RoomFrame(changeSeq, changeSeq, 0, "change " + changeSeq);
  }
}
