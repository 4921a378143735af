package org.parley.system.check.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.Outbox.Pending;

class OutboxTest {

  private final Outbox outbox = new Outbox();
  private final Send first = send("first");
  private final Send second = send("second");

  @Test
  void hasOneOnTheWireAtATime() {
    outbox.add(first, 10);
    outbox.add(second, 20);

    assertThat(next(30)).isEqualTo(first);
    assertThat(outbox.next(40)).isNull();
    outbox.resolve();
    assertThat(next(50)).isEqualTo(second);
  }

  @Test
  void repeatsTheSameOnTheNextConnectionUntilItIsAnswered() {
    outbox.add(first, 10);
    outbox.add(second, 20);
    for (int attempt = 1; attempt <= 3; attempt++) {
      Pending pending = outbox.next(30 + attempt);
      assertThat(pending.operation()).isSameAs(first);
      assertThat(pending.attempts()).isEqualTo(attempt);
      assertThat(pending.scheduled()).isEqualTo(10);
      outbox.connectionLost();
      assertThat(outbox.awaited()).isNull();
    }
    outbox.next(40);
    outbox.resolve();
    assertThat(next(50)).isEqualTo(second);
  }

  @Test
  void comesLaterWhenToldTo() {
    outbox.add(first, 10);
    outbox.next(20);
    outbox.delayUntil(100);

    assertThat(outbox.next(99)).isNull();
    assertThat(next(100)).isEqualTo(first);
  }

  @Test
  void doesNotWaitForTheOldConnectionsDelay() {
    outbox.add(first, 10);
    outbox.next(20);
    outbox.delayUntil(100);
    outbox.connectionLost();
    assertThat(next(30)).isEqualTo(first);
  }

  @Test
  void knowsHowLongAnAnswerIsOwed() {
    outbox.add(first, 10);
    assertThat(outbox.owedFor(50)).isZero();
    outbox.next(20);
    assertThat(outbox.owedFor(50)).isEqualTo(30);
    outbox.connectionLost();
    assertThat(outbox.owedFor(60)).isZero();
  }

  @Test
  void whatWasOnTheWireAndNeverAnsweredIsUnknown() {
    outbox.add(first, 10);
    outbox.add(second, 20);
    outbox.next(30);
    outbox.connectionLost();

    assertThat(outbox.dropUnsent()).isEqualTo(1);
    assertThat(outbox.unknown().operation()).isEqualTo(first);
    assertThat(outbox.isEmpty()).isFalse();
  }

  @Test
  void whatWasNeverOnTheWireIsNotUnknown() {
    outbox.add(first, 10);
    outbox.add(second, 20);

    assertThat(outbox.dropUnsent()).isEqualTo(2);
    assertThat(outbox.unknown()).isNull();
    assertThat(outbox.isEmpty()).isTrue();
  }

  private Operation next(long now) {
    Pending next = outbox.next(now);
    assertThat(next).isNotNull();
    return next.operation();
  }

  private static Send send(String content) {
    return new Send(UUID.randomUUID().toString(), content);
  }
}
