package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.support.RoomSocket.sent;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.socket.Connection;
import org.parley.chat.support.RoomSocket;

/** What live frames do to a room's cursor and to those who are in it. */
class RoomFeedTest {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

  private final RoomFeed feed = new RoomFeed(3, new AtomicLong());

  @Test
  void deliversTheNextChangeToEverybody() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    RoomSocket bob = attached(BOB);

    assertThat(feed.offer(sent(6))).as("a gap").isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
    assertThat(alice.written()).containsExactly("sent 6");
    assertThat(bob.written()).containsExactly("sent 6");
  }

  @Test
  void dropsOldChangesAndDuplicates() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    feed.offer(sent(6));
    assertThat(feed.offer(sent(6))).isFalse();
    assertThat(feed.offer(sent(4))).isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
    assertThat(alice.written()).containsExactly("sent 6");
  }

  @Test
  void holdsEarlyChangesUntilTheGapCloses() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    assertThat(feed.offer(sent(8))).as("6 and 7 are missing").isTrue();
    assertThat(feed.offer(sent(7))).as("6 is missing").isTrue();
    assertThat(feed.offer(sent(7))).isTrue();
    assertThat(alice.written()).isEmpty();
    assertThat(feed.cursor()).isEqualTo(5);

    assertThat(feed.offer(sent(6))).isFalse();
    assertThat(alice.written()).containsExactly("sent 6", "sent 7", "sent 8");
    assertThat(feed.cursor()).isEqualTo(8);
  }

  @Test
  void keepsAskingWhileALaterGapIsLeft() {
    startAt(0);
    feed.offer(sent(2));
    feed.offer(sent(5));
    assertThat(feed.offer(sent(1))).as("3 and 4 are missing").isTrue();
    assertThat(feed.cursor()).isEqualTo(2);
  }

  @Test
  void givesHintsToOthersWhoKnowManyRooms() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    RoomSocket bob = attached(BOB);
    RoomSocket original = RoomSocket.original();
    feed.expect(original.connection(), new Person(4, "carol"), 0);
    feed.attach(original.connection(), RoomSocket::joined);
    assertThat(original.written()).as("it came in").hasSize(1);

    feed.offer(RoomFrame.hintAbout(ALICE.id(), new RoomNews.UserTyping(3, 1, "alice")));
    assertThat(alice.written()).isEmpty();
    assertThat(bob.written()).hasSize(1);
    feed.offer(RoomFrame.hint(new RoomNews.RoomChanged(3, "Tea", "", "")));
    assertThat(alice.written()).hasSize(1);
    assertThat(bob.written()).hasSize(1);
    assertThat(original.written()).isEmpty();
  }

  @Test
  void remembersThatChangesAreMissingWhichItCouldNotKeep() {
    startAt(0);
    for (int change = 2; change <= 1_500; change++) {
      assertThat(feed.offer(sent(change))).isTrue();
    }
    feed.offer(sent(1));
    assertThat(feed.cursor()).isEqualTo(1_001);
    assertThat(feed.isBehind()).isTrue();
  }

  @Test
  void keepsWhatArrivesBeforeItKnowsWhereItStands() {
    assertThat(feed.offer(sent(5))).as("not a gap yet").isFalse();
    feed.offer(sent(6));
    assertThat(startAt(5)).isFalse();
    assertThat(feed.cursor()).isEqualTo(6);
  }

  @Test
  void reportsTheGapThatOpenedWhileItStarted() {
    feed.offer(sent(8));
    assertThat(startAt(5)).isTrue();
    assertThat(feed.cursor()).isEqualTo(5);
  }

  @Test
  void tellsANewSocketWhereTheFeedStandsAndThenEveryLaterChange() {
    startAt(5);
    feed.offer(sent(6));
    RoomSocket alice = RoomSocket.open();
    feed.expect(alice.connection(), ALICE, 1);
    feed.offer(sent(7));
    feed.attach(alice.connection(), RoomSocket::joined);
    feed.offer(sent(8));

    assertThat(alice.written()).containsExactly("joined 7", "sent 8");
  }

  @Test
  void givesASocketThatComesInTwiceEachChangeOnce() {
    startAt(0);
    RoomSocket alice = attached(ALICE);
    assertThat(feed.expect(alice.connection(), ALICE, 1)).isFalse();
    feed.attach(alice.connection(), RoomSocket::joined);
    feed.offer(sent(1));
    assertThat(alice.written()).containsExactly("joined 0", "sent 1");
    assertThat(feed.detach(alice.connection())).contains(ALICE);
  }

  @Test
  void knowsAPersonsFirstAndLastSocket() {
    startAt(0);
    Connection phone = RoomSocket.open().connection();
    Connection laptop = RoomSocket.open().connection();
    assertThat(feed.expect(phone, ALICE, 1)).isTrue();
    assertThat(feed.expect(laptop, ALICE, 1)).isFalse();
    assertThat(feed.expect(RoomSocket.open().connection(), BOB, 1)).isTrue();
    assertThat(feed.people()).containsExactlyInAnyOrder(1L, 2L);
    assertThat(feed.connectionsOf(1, 1)).containsExactly(phone, laptop);

    assertThat(feed.detach(phone)).isEmpty();
    assertThat(feed.detach(phone)).as("once").isEmpty();
    assertThat(feed.detach(laptop)).contains(ALICE);
    assertThat(feed.people()).containsExactly(2L);
  }

  @Test
  void deliversNothingToASocketThatLeft() {
    startAt(0);
    RoomSocket alice = attached(ALICE);
    feed.detach(alice.connection());
    feed.offer(sent(1));
    assertThat(alice.written()).isEmpty();
  }

  @Test
  void tellsTheOthersAtOnceWhateverTheGap() {
    startAt(0);
    RoomSocket alice = attached(ALICE);
    RoomSocket bob = attached(BOB);
    feed.offer(sent(2));

    feed.offer(RoomFrame.about(BOB.id(), new ServerFrame.UserJoined("bob", 2, 3)));
    assertThat(alice.written()).containsExactly("user_joined");
    assertThat(bob.written()).isEmpty();
    assertThat(feed.cursor()).isZero();
  }

  @Test
  void givesARoomThatOverflowedAgainFromItsHead() {
    startAt(0);
    RoomSocket alice = attached(ALICE);
    feed.offer(sent(1));
    feed.resync(alice.connection());
    feed.offer(sent(2));
    assertThat(alice.written()).containsExactly("sent 1", "resync 1", "sent 2");
    assertThat(feed.given(alice.connection())).hasValue(2);
  }

  @Test
  void tellsWhoWasLetInSinceAVersionOfTheMembers() {
    startAt(0);
    Connection before = RoomSocket.open().connection();
    Connection since = RoomSocket.open().connection();
    feed.expect(before, ALICE, 4);
    feed.expect(since, ALICE, 6);
    assertThat(feed.connectionsOf(ALICE.id(), 5)).containsExactly(before);
    feed.expect(before, ALICE, 6);
    assertThat(feed.connectionsOf(ALICE.id(), 5)).as("let in again").isEmpty();
  }

  private boolean startAt(long changeSeq) {
    return feed.startAt(head(changeSeq, "epoch-1"));
  }

  private static RoomHead head(long changeSeq, String epoch) {
    return new RoomHead(3, changeSeq, changeSeq, 1, epoch);
  }

  private RoomSocket attached(Person person) {
    RoomSocket socket = RoomSocket.open();
    feed.expect(socket.connection(), person, 1);
    feed.attach(socket.connection(), RoomSocket::joined);
    assertThat(socket.written()).hasSize(1);
    return socket;
  }
}
