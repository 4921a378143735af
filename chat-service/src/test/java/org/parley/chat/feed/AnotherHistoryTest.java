package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.support.RoomSocket.sent;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.support.RoomSocket;

/** What a comparison with the log tells a feed. */
class AnotherHistoryTest {

  private static final Person ALICE = new Person(1, "alice");
  private static final Person BOB = new Person(2, "bob");

  private final RoomFeed feed = new RoomFeed(3, new AtomicLong());

  @Test
  void noticesThatTheLogHasMore() {
    startAt(5);
    assertThat(compare(5, "epoch-1")).isFalse();
    assertThat(compare(7, "epoch-1")).isTrue();
    feed.offer(sent(6));
    assertThat(feed.isBehind()).isTrue();
    feed.offer(sent(7));
    assertThat(feed.isBehind()).isFalse();
  }

  @Test
  void beginsAnewWithEverybodyWhenTheLogWentBack() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    feed.offer(sent(9));
    assertThat(compare(4, "epoch-1")).isFalse();
    feed.offer(sent(5));
    assertThat(alice.written()).containsExactly("resync 4", "sent 5");
    assertThat(feed.isBehind()).as("9 was of the other history").isFalse();
  }

  @Test
  void beginsAnewWithEverybodyInAnotherEpochWhateverItsHead() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    compare(8, "epoch-2");
    feed.offer(sent(9));
    assertThat(alice.written()).containsExactly("resync 8", "sent 9");
    assertThat(feed.remembered(4)).as("changes of the other history").isEmpty();
    assertThat(feed.head()).map(RoomHead::epoch).contains("epoch-2");
  }

  @Test
  void whatCameWhileTheLogWasAskedIsNoOtherHistory() {
    startAt(5);
    RoomSocket alice = attached(ALICE);
    RoomHead known = feed.head().orElseThrow();
    feed.offer(sent(6));
    feed.offer(sent(7));
    assertThat(feed.compare(known, head(6, "epoch-1"))).isFalse();
    assertThat(alice.written()).containsExactly("sent 6", "sent 7");
    assertThat(feed.cursor()).isEqualTo(7);
  }

  @Test
  void sendsClientsOfTheOriginalAwayWhenTheyWouldHaveToBeginAnew() {
    startAt(5);
    RoomSocket old = RoomSocket.original();
    feed.expect(old.connection(), BOB, 1);
    feed.attach(old.connection(), RoomSocket::joined);
    compare(4, "epoch-1");
    assertThat(old.written()).containsExactly("joined 5", "close 1012");
  }

  private boolean compare(long changeSeq, String epoch) {
    return feed.compare(feed.head().orElseThrow(), head(changeSeq, epoch));
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
