package org.parley.system.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReceivedTest {

  private final Received received = new Received();

  @Test
  void missesNothingWhenEverythingComesInOrder() {
    received.beginAfter(7);
    take(8, 9, 10);
    assertThat(received.missingUpTo(10)).isZero();
    assertThat(received.missingUpTo(12)).isEqualTo(2);
    assertThat(received.doubled() + received.outOfOrder()).isZero();
  }

  @Test
  void missesWhatWasLeftOut() {
    take(1, 2, 5, 9);
    assertThat(received.missingUpTo(4)).isEqualTo(2);
    assertThat(received.missingUpTo(9)).isEqualTo(5);
  }

  @Test
  void doesNotMissWhatCameLateAndSaysThatItDid() {
    take(1, 3, 4, 2);
    assertThat(received.missingUpTo(4)).isZero();
    assertThat(received.outOfOrder()).isEqualTo(1);
    assertThat(received.doubled()).isZero();
  }

  @Test
  void noticesWhatComesTwice() {
    take(1, 2, 2, 4, 4, 1);
    assertThat(received.doubled()).isEqualTo(3);
    assertThat(received.missingUpTo(4)).isEqualTo(1);
  }

  @Test
  void owesNothingThatCameBeforeTheBeginning() {
    take(1, 3);
    received.beginAfter(9);
    assertThat(received.missingUpTo(9)).isZero();
    assertThat(received.missingUpTo(5)).isZero();
    assertThat(received.missingUpTo(10)).isEqualTo(1);
  }

  private void take(long... seqs) {
    LongStream.of(seqs).forEach(received::take);
  }
}
