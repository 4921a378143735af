package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.support.RoomSocket.sent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.ServerFrame;

class RingTest {

  private final AtomicLong all = new AtomicLong();
  private final Ring ring = new Ring(all);

  @Test
  void givesBackWhatCameAfterACursor() {
    ring.restart(10);
    ring.add(sent(11));
    ring.add(sent(12));
    assertThat(changes(10)).contains(List.of(11L, 12L));
    assertThat(changes(11)).contains(List.of(12L));
    assertThat(changes(12)).contains(List.of());
  }

  @Test
  void doesNotPretendToKnowWhatItForgotOrNeverHad() {
    ring.restart(10);
    ring.add(sent(11));
    assertThat(changes(9)).as("before it began").isEmpty();
    assertThat(changes(12)).as("not there yet").isEmpty();
    ring.restart(20);
    assertThat(changes(11)).isEmpty();
    assertThat(changes(20)).contains(List.of());
    assertThat(all).hasValue(0);
  }

  @Test
  void keepsTheNewestWithinItsBounds() {
    ring.restart(0);
    for (long change = 1; change <= Ring.MAX_FRAMES + 5; change++) {
      ring.add(sent(change));
    }
    assertThat(changes(4)).isEmpty();
    assertThat(changes(5)).hasValueSatisfying(kept -> assertThat(kept).hasSize(Ring.MAX_FRAMES));

    String half = "x".repeat(Ring.MAX_CHARS / 2);
    for (long change = 1; change <= 3; change++) {
      ring.add(new RoomFrame(RoomFrame.Kind.SENT, 505 + change, 505 + change, 0, half));
    }
    assertThat(changes(506)).contains(List.of(507L, 508L));
    assertThat(changes(505)).isEmpty();
    assertThat(all).hasValue(Ring.MAX_CHARS);
  }

  @Test
  void keepsLittleWhenAllRingsTogetherHaveTooMuch() {
    ring.restart(0);
    for (long change = 1; change <= 100; change++) {
      ring.add(sent(change));
    }
    all.addAndGet(Ring.MAX_CHARS_OF_ALL);
    ring.add(sent(101));
    assertThat(changes(92)).isEmpty();
    assertThat(changes(93)).hasValueSatisfying(kept -> assertThat(kept).hasSize(8));
  }

  @Test
  void forgetsWhatARemovedMessageSaid() {
    ring.restart(0);
    ring.add(RoomFrame.sent(message(1, 1, "a secret").toFrame()));
    ring.add(RoomFrame.sent(message(2, 2, "harmless").toFrame()));
    ring.add(RoomFrame.changed(message(1, 3, "a secret again").toChange(null)));
    ring.add(RoomFrame.changed(message(1, 4, "").toChange(77L)));

    List<RoomFrame> frames = ring.after(0).orElseThrow();
    assertThat(frames).extracting(RoomFrame::changeSeq).containsExactly(1L, 2L, 3L, 4L);
    assertThat(frames).extracting(RoomFrame::text).noneMatch(text -> text.contains("secret"));
    assertThat(frames.get(0).text()).contains("new_message", "\"deleted_at_ms\":77");
    assertThat(frames.get(1).text()).contains("harmless");
    assertThat(all).hasValue(frames.stream().mapToInt(frame -> frame.text().length()).sum());
  }

  @Test
  void takesNothingAfterItsEnd() {
    ring.restart(0);
    ring.add(sent(1));
    ring.close();
    ring.add(sent(2));
    assertThat(all).hasValue(0);
    assertThat(changes(0)).isEmpty();
  }

  private Optional<List<Long>> changes(long after) {
    return ring.after(after).map(frames -> frames.stream().map(RoomFrame::changeSeq).toList());
  }

  private record Words(long seq, long changeSeq, String content) {

    ServerFrame.NewMessage toFrame() {
      return new ServerFrame.NewMessage(
          seq,
          3,
          1,
          "alice",
          content,
          0,
          seq,
          changeSeq,
          new UUID(0, seq),
          0,
          null,
          null,
          null,
          null,
          null,
          null);
    }

    ServerFrame.MessageChanged toChange(Long deletedAtMs) {
      return new ServerFrame.MessageChanged(
          seq,
          3,
          1,
          "alice",
          content,
          0,
          seq,
          changeSeq,
          new UUID(0, seq),
          0,
          5L,
          deletedAtMs,
          null,
          null,
          null,
          null);
    }
  }

  private static Words message(long seq, long changeSeq, String content) {
    return new Words(seq, changeSeq, content);
  }
}
