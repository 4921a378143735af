package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.support.RoomSocket.sent;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.support.RoomSocket;
import org.parley.chat.support.StoredMessages;

/** What a range read from the log does to a room's cursor and to those who are in it. */
class RangeTest {

  private static final Person ALICE = new Person(1, "alice");

  private final StoredMessages log = new StoredMessages();
  private final RoomFeed feed = new RoomFeed(3, new AtomicLong());
  private final RoomSocket alice = RoomSocket.open();

  @BeforeEach
  void roomWithThreeMessages() {
    log.head(3);
    feed.startAt(new RoomHead(3, 3, 3, 1, "epoch-1"));
    come(alice);
  }

  @Test
  void rangeWithoutHolesIsAsGoodAsLiveFrames() {
    log.head(5);
    take(3);
    assertThat(alice.written()).containsExactly("sent 4", "sent 5");
    assertThat(feed.remembered(3)).hasValueSatisfying(frames -> assertThat(frames).hasSize(2));
  }

  @Test
  void rangeWithHolesIsClosedByAWord() {
    log.edit(1);
    log.edit(1);
    log.edit(2);
    take(3);
    assertThat(alice.written()).containsExactly("changed 5", "changed 6", "resumed 6");
    assertThat(feed.remembered(3)).as("a ring has no holes").isEmpty();
    assertThat(feed.remembered(6)).hasValueSatisfying(frames -> assertThat(frames).isEmpty());
  }

  @Test
  void newMessagesComeFirstInTheirOrderThenWhatChanged() {
    long four = log.send();
    log.send();
    log.edit(four);
    log.edit(1);
    take(3);
    assertThat(alice.written()).containsExactly("sent 4", "sent 5", "changed 7", "resumed 7");
  }

  @Test
  void aClientOfTheOriginalIsToldOnlyWhatItKnows() {
    RoomSocket old = RoomSocket.original();
    come(old);
    log.edit(1);
    log.edit(1);
    log.send();
    take(3);
    assertThat(old.written()).containsExactly("sent 6", "changed 5");
  }

  @Test
  void whatWasTooEarlyFollowsTheRange() {
    log.head(5);
    feed.offer(sent(5));
    feed.offer(sent(6));
    take(3);
    assertThat(alice.written()).containsExactly("sent 4", "sent 5", "sent 6");
    assertThat(feed.isBehind()).isFalse();
  }

  @Test
  void aRangeThatIsOldByNowGivesOnlyItsRest() {
    log.head(6);
    feed.offer(sent(4));
    take(3);
    assertThat(alice.written()).containsExactly("sent 4", "sent 5", "sent 6");
    take(3);
    assertThat(alice.written()).isEmpty();
  }

  @Test
  void whoKnewMoreThanTheFeedGetsWhatIsNewToThem() {
    long four = log.send();
    log.send();
    RoomSocket bob = RoomSocket.open();
    feed.expect(bob.connection(), new Person(2, "bob"), 1);
    feed.resume(bob.connection(), RoomSocket::joined, 5, "epoch-1");
    feed.replayed(bob.connection(), 5);
    assertThat(bob.written()).containsExactly("joined 3", "resumed 5");

    log.edit(four);
    take(3);
    assertThat(alice.written()).containsExactly("sent 4", "sent 5", "resumed 6");
    assertThat(bob.written()).containsExactly("changed 6");
    assertThat(feed.given(bob.connection())).hasValue(6);
  }

  @Test
  void aRangeWaitsForTheEndOfAReplayAndIsSeenFromThere() {
    RoomSocket bob = RoomSocket.open();
    feed.expect(bob.connection(), new Person(2, "bob"), 1);
    feed.resume(bob.connection(), RoomSocket::joined, 1, "epoch-1");
    long four = log.send();
    log.edit(four);
    log.send();
    take(3);
    assertThat(bob.written()).containsExactly("joined 3");
    // Its replay had seen the message before it was edited.
    feed.replayed(bob.connection(), 4);
    assertThat(bob.written()).containsExactly("resumed 4", "sent 6", "changed 5", "resumed 6");
  }

  @Test
  void aPageDoesNotRunAheadOfItsEnd() {
    long four = log.send();
    log.head(600);
    RoomSocket bob = RoomSocket.open();
    feed.expect(bob.connection(), new Person(2, "bob"), 1);
    feed.resume(bob.connection(), RoomSocket::joined, 502, "epoch-1");
    feed.replayed(bob.connection(), 502);
    bob.written();
    log.edit(four);
    take(3);
    assertThat(bob.written()).containsExactly("sent 503");
  }

  private void come(RoomSocket socket) {
    feed.expect(socket.connection(), ALICE, 1);
    feed.attach(socket.connection(), RoomSocket::joined);
    socket.written();
  }

  private void take(long from) {
    feed.take(log.changesAfter(3, from));
  }
}
