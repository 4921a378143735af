package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.room.Rooms;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RecordingSession;

class RoomFeedTest {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

  private final RoomFeed feed = new RoomFeed(3);

  /** A socket whose frames are written at once. */
  private record Socket(RecordingSession session, Connection connection) {
    static Socket open() {
      RecordingSession session = new RecordingSession();
      return new Socket(session, new Connection(session.transport(), true, Runnable::run));
    }
  }

  @Test
  void deliversTheNextChangeToEverybody() {
    startAt(5);
    Socket alice = attached(ALICE);
    Socket bob = attached(BOB);

    assertThat(feed.offer(change(6))).as("a gap").isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
    assertThat(alice.session.written()).containsExactly("text change 6");
    assertThat(bob.session.written()).containsExactly("text change 6");
  }

  @Test
  void dropsOldChangesAndDuplicates() {
    startAt(5);
    Socket alice = attached(ALICE);
    feed.offer(change(6));
    assertThat(feed.offer(change(6))).isFalse();
    assertThat(feed.offer(change(4))).isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
    assertThat(alice.session.written()).containsExactly("text change 6");
  }

  @Test
  void holdsEarlyChangesUntilTheGapIsFilled() {
    startAt(5);
    Socket alice = attached(ALICE);
    assertThat(feed.offer(change(8))).as("6 and 7 are missing").isTrue();
    assertThat(feed.offer(change(7))).as("6 is missing").isTrue();
    assertThat(feed.offer(change(7))).isTrue();
    assertThat(alice.session.written()).isEmpty();
    assertThat(feed.cursor()).isEqualTo(5);

    assertThat(feed.offer(change(6))).isFalse();
    assertThat(alice.session.written())
        .containsExactly("text change 6", "text change 7", "text change 8");
    assertThat(feed.cursor()).isEqualTo(8);
  }

  @Test
  void keepsAskingWhileALaterGapIsLeft() {
    startAt(0);
    feed.offer(change(2));
    feed.offer(change(5));
    assertThat(feed.offer(change(1))).as("3 and 4 are missing").isTrue();
    assertThat(feed.cursor()).isEqualTo(2);
  }

  @Test
  void forgetsChangesThatAreFarTooEarlyAndTakesThemFromTheFill() {
    startAt(0);
    Socket alice = attached(ALICE);
    for (int seq = 2; seq <= 1_500; seq++) {
      assertThat(feed.offer(change(seq))).isTrue();
    }
    for (int seq = 1; seq <= 1_500; seq++) {
      feed.offer(change(seq)); // the fill
    }
    assertThat(feed.cursor()).isEqualTo(1_500);
    assertThat(alice.session.written())
        .hasSize(1_500)
        .startsWith("text change 1")
        .endsWith("text change 1500");
  }

  @Test
  void keepsWhatArrivesBeforeItKnowsWhereItStands() {
    assertThat(feed.offer(change(5))).as("not a gap yet").isFalse();
    feed.offer(change(6));
    assertThat(startAt(5)).isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
  }

  @Test
  void reportsTheGapThatOpenedWhileItStarted() {
    feed.offer(change(8));
    assertThat(startAt(5)).isTrue();
    assertThat(feed.cursor()).isEqualTo(5);
  }

  @Test
  void tellsANewSocketWhereTheFeedStandsAndThenEveryLaterChange() {
    startAt(5);
    feed.offer(change(6));
    Socket alice = Socket.open();
    feed.attach(alice.connection, ALICE, RoomFeedTest::joined, Optional.empty());
    feed.offer(change(7));

    assertThat(alice.session.written())
        .containsExactly(
            "text {\"type\":\"room_joined\",\"room_id\":3,\"last_seq\":6,\"head\":6,\"epoch\":\"epoch-1\"}",
            "text change 7");
  }

  @Test
  void givesASocketThatComesInTwiceEachChangeOnce() {
    startAt(0);
    Socket alice = attached(ALICE);
    assertThat(comesFirst(alice.connection, ALICE)).isFalse();
    assertThat(alice.session.written()).as("it is told again where the room stands").hasSize(1);
    feed.offer(change(1));
    assertThat(alice.session.written()).containsExactly("text change 1");
    assertThat(feed.detach(alice.connection)).contains(ALICE);
  }

  @Test
  void knowsAPersonsFirstAndLastSocket() {
    startAt(0);
    Socket phone = Socket.open();
    Socket laptop = Socket.open();
    assertThat(comesFirst(phone.connection, ALICE)).isTrue();
    assertThat(comesFirst(laptop.connection, ALICE)).isFalse();
    assertThat(comesFirst(Socket.open().connection, BOB)).isTrue();

    assertThat(feed.detach(phone.connection)).isEmpty();
    assertThat(feed.detach(phone.connection)).as("once").isEmpty();
    assertThat(feed.detach(laptop.connection)).contains(ALICE);
  }

  @Test
  void deliversNothingToASocketThatLeft() {
    startAt(0);
    Socket alice = attached(ALICE);
    feed.detach(alice.connection);
    feed.offer(change(1));
    assertThat(alice.session.written()).isEmpty();
  }

  @Test
  void tellsTheOthersAtOnceWhateverTheGap() {
    startAt(0);
    Socket alice = attached(ALICE);
    Socket bob = attached(BOB);
    feed.offer(change(2));

    assertThat(feed.offer(RoomFrame.about(BOB.id(), new ServerFrame.UserJoined("bob", 2, 3))))
        .isFalse();
    assertThat(alice.session.written())
        .containsExactly(
            "text {\"type\":\"user_joined\",\"username\":\"bob\",\"user_id\":2,\"room_id\":3}");
    assertThat(bob.session.written()).isEmpty();
    assertThat(feed.cursor()).isZero();
  }

  private boolean startAt(long head) {
    return feed.startAt(new RoomFeed.Start(new Rooms.Head(head, head), "epoch-1"));
  }

  private Socket attached(Person person) {
    Socket socket = Socket.open();
    feed.attach(socket.connection, person, RoomFeedTest::joined, Optional.empty());
    assertThat(socket.session.written()).hasSize(1);
    return socket;
  }

  private boolean comesFirst(Connection connection, Person person) {
    return feed.attach(connection, person, RoomFeedTest::joined, Optional.empty()).first();
  }

  private static ServerFrame joined(long lastSeq, long head, String epoch) {
    return new ServerFrame.RoomJoined(3, null, lastSeq, head, epoch);
  }

  private static RoomFrame change(long changeSeq) {
    return new RoomFrame(changeSeq, changeSeq, 0, "change " + changeSeq);
  }
}
