package org.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.CloseCode;
import org.parley.chat.socket.Outbox.Added;

/** What a room may have waiting, and what becomes of one that has too much. */
class OutboxRoomsTest {

  private static final long TEA = 7;
  private static final long COFFEE = 8;

  private final SocketCounts counts = new SocketCounts();
  private final Outbox outbox = new Outbox(counts);

  @Test
  void leavesOneBusyRoomThreeQuartersOfTheRoomsPart() {
    assertThat(fill(TEA, "x")).isEqualTo(RoomShares.MAX_FRAMES * 3 / 4);
    assertThat(outbox.deliver(TEA, text("y"))).isEqualTo(Added.DROPPED);
  }

  @Test
  void boundsARoomInBytesToo() {
    int kilobyte = 1024;
    int taken = fill(TEA, "x".repeat(4 * kilobyte));
    assertThat(taken * 4 * kilobyte)
        .isBetween(RoomShares.MAX_BYTES * 3 / 4, RoomShares.MAX_BYTES * 3 / 4 + 4 * kilobyte);
  }

  @Test
  void givesBusyRoomsAlikeAndAQuietOneItsPlace() {
    for (int i = 0; i < 2 * 342; i++) {
      long room = i % 2 == 0 ? TEA : COFFEE;
      assertThat(outbox.deliver(room, text("x"))).as("frame %d", i).isNotEqualTo(Added.OVERFLOWED);
    }
    for (int i = 0; i < 20; i++) {
      assertThat(outbox.deliver(100 + i, text("quiet"))).isEqualTo(Added.QUEUED);
    }
    assertThat(outbox.deliver(TEA, text("x"))).isEqualTo(Added.OVERFLOWED);
  }

  @Test
  void dropsWhatARoomThatOverflowsHasWaitingAndNothingElse() {
    outbox.add(text("ack 1"));
    outbox.deliver(TEA, text("tea"));
    outbox.deliver(COFFEE, text("coffee 1"));
    outbox.add(new Outgoing.Ping());
    fill(TEA, "tea");
    outbox.deliver(COFFEE, text("coffee 2"));
    outbox.add(text("ack 2"));

    assertThat(drain())
        .containsExactly("ack 1", "coffee 1", "Ping", "drained " + TEA, "coffee 2", "ack 2");
    assertThat(counts.overflows.sum()).isEqualTo(1);
    assertThat(counts.deliveries.sum()).as("what left for the socket").isEqualTo(2);
  }

  @Test
  void takesNothingOfARoomFromItsOverflowUntilItBeginsAnew() {
    fill(TEA, "lost");
    assertThat(outbox.deliver(TEA, text("lost"))).isEqualTo(Added.DROPPED);
    assertThat(outbox.remark(TEA, text("lost"))).isEqualTo(Added.DROPPED);
    assertThat(drain()).containsExactly("drained " + TEA);
    assertThat(outbox.deliver(TEA, text("lost"))).as("drained, not begun").isEqualTo(Added.DROPPED);

    assertThat(outbox.restart(TEA, text("resync"))).isEqualTo(Added.START_WRITER);
    assertThat(outbox.deliver(TEA, text("next"))).isEqualTo(Added.QUEUED);
    assertThat(drain()).containsExactly("resync", "next");
    assertThat(counts.overflows.sum()).isEqualTo(1);
  }

  @Test
  void givesARoomItsWholeShareAgain() {
    int share = fill(TEA, "x");
    outbox.restart(TEA, text("resync"));
    assertThat(fill(TEA, "x")).isEqualTo(share);
    outbox.forget(TEA);
    drain();
    assertThat(fill(TEA, "x")).as("when it comes again").isEqualTo(share);
  }

  @Test
  void letsARoomThatWasJustBegunWaitLongerForTheNextTime() {
    fill(TEA, "x");
    assertThat(drained().notBeforeNanos() - System.nanoTime()).isNotPositive();
    outbox.restart(TEA, text("resync"));
    fill(TEA, "x");
    assertThat(outbox.next()).isInstanceOf(Outgoing.Text.class);
    assertThat(drained().notBeforeNanos() - System.nanoTime())
        .isBetween(1L, Duration.ofSeconds(5).toNanos());
  }

  @Test
  void knowsWhichResetHolds() {
    fill(TEA, "x");
    Outgoing.Drained first = drained();
    assertThat(outbox.isReset(first)).isTrue();
    outbox.restart(TEA, text("resync"));
    assertThat(outbox.isReset(first)).as("begun anew").isFalse();
    fill(TEA, "x");
    assertThat(outbox.isReset(first)).as("another overflow").isFalse();
    outbox.next();
    Outgoing.Drained second = drained();
    assertThat(outbox.isReset(second)).isTrue();
    outbox.forget(TEA);
    fill(TEA, "x");
    assertThat(outbox.isReset(second)).as("left and came again").isFalse();
    Outgoing.Drained third = drained();
    outbox.end();
    assertThat(outbox.isReset(third)).isFalse();
  }

  @Test
  void tellsNobodyOfAResetThatWasUndoneBeforeItWasWritten() {
    fill(TEA, "x");
    outbox.restart(TEA, text("joined again"));
    assertThat(drain()).containsExactly("joined again");
    fill(COFFEE, "x");
    outbox.forget(COFFEE);
    assertThat(drain()).isEmpty();
  }

  @Test
  void dropsWhatWaitsOfARoomThatIsLeft() {
    outbox.deliver(TEA, text("tea"));
    outbox.deliver(COFFEE, text("coffee"));
    outbox.forget(TEA);
    outbox.forget(99);
    outbox.add(text("left"));
    assertThat(drain()).containsExactly("coffee", "left");
  }

  @Test
  void shedsRemarksWhenHalfFull() {
    while (outbox.remark(TEA, text("typing")) != Added.DROPPED) {
      assertThat(counts.shed.sum()).isZero();
    }
    assertThat(drain()).hasSize(Outbox.MAX_FRAMES / 2);
    assertThat(counts.shed.sum()).isEqualTo(1);

    outbox.add(text("x".repeat(Outbox.MAX_BYTES / 2)));
    assertThat(outbox.remark(TEA, text("typing"))).isEqualTo(Added.DROPPED);
    assertThat(outbox.deliver(TEA, text("change"))).isEqualTo(Added.QUEUED);
    outbox.next();
    assertThat(outbox.remark(TEA, text("typing"))).isEqualTo(Added.QUEUED);
    assertThat(counts.shed.sum()).isEqualTo(2);
    assertThat(counts.overflows.sum()).isZero();
  }

  @Test
  void keepsAPartForWhatTheSocketAskedFor() {
    for (long room = 1; room <= Outbox.MAX_FRAMES; room++) {
      outbox.deliver(room, text("x"));
    }
    for (int i = 0; i < Outbox.MAX_FRAMES - RoomShares.MAX_FRAMES; i++) {
      assertThat(outbox.add(text("ack"))).isEqualTo(Added.QUEUED);
    }
    assertThat(outbox.add(text("ack"))).isEqualTo(Added.FULL);
  }

  @Test
  void asksForAWriterWhenNothingElseWaits() {
    String absurd = "x".repeat(RoomShares.MAX_BYTES + 1);
    assertThat(outbox.deliver(TEA, text(absurd))).isEqualTo(Added.OVERFLOWED);
    assertThat(outbox.needsWriter()).isTrue();
    assertThat(outbox.needsWriter()).as("a second one").isFalse();
    assertThat(drain()).containsExactly("drained " + TEA);
    assertThat(outbox.needsWriter()).as("nothing waits").isFalse();
  }

  @Test
  void takesNothingOfRoomsAfterAClose() {
    outbox.add(new Outgoing.Close(CloseCode.RESTART));
    assertThat(outbox.deliver(TEA, text("x"))).isEqualTo(Added.ENDED);
    assertThat(outbox.remark(TEA, text("x"))).isEqualTo(Added.ENDED);
    assertThat(outbox.restart(TEA, text("x"))).isEqualTo(Added.ENDED);
  }

  /** Delivers until the room overflows; returns how many were taken. */
  private int fill(long room, String frame) {
    int taken = 0;
    while (outbox.deliver(room, text(frame)) != Added.OVERFLOWED) {
      taken++;
    }
    return taken;
  }

  private Outgoing.Drained drained() {
    Outgoing next = outbox.next();
    assertThat(next).isInstanceOf(Outgoing.Drained.class);
    return (Outgoing.Drained) next;
  }

  private List<String> drain() {
    List<String> all = new ArrayList<>();
    for (Outgoing next = outbox.next(); next != null; next = outbox.next()) {
      all.add(
          switch (next) {
            case Outgoing.Text text -> text.text();
            case Outgoing.Drained room -> "drained " + room.roomId();
            case Outgoing.Ping ping -> "Ping";
            case Outgoing.Close close -> "Close";
          });
    }
    return all;
  }

  private static Outgoing.Text text(String text) {
    return new Outgoing.Text(text);
  }
}
