package org.parley.chat.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.contract.limit.Rate;

class FramePaceTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // it may wrap
  private final FramePace pace = new FramePace(Rate.parse("100/s burst 300"), nanos::get);

  @Test
  void takesABurstAndThenTheRate() {
    assertThat(taken(300)).isEqualTo(300);
    assertThat(pace.take()).isEqualTo(Duration.ofMillis(10).toNanos());
    assertThat(pace.take()).isEqualTo(Duration.ofMillis(20).toNanos());
    pass(Duration.ofSeconds(1));
    assertThat(taken(1_000)).isEqualTo(100);
    pass(Duration.ofMinutes(1));
    assertThat(taken(1_000)).isEqualTo(300);
  }

  @Test
  void lastsForWhoComesBackWhenItIsTold() {
    taken(300 + 700);
    for (int i = 0; i < 700; i++) {
      pass(Duration.ofMillis(10));
      assertThat(pace.take()).isZero();
    }
    assertThat(pace.isHopeless()).isFalse();
  }

  @Test
  void neverRefusesWhoKeepsToTheRate() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(pace.take()).isZero();
      pass(Duration.ofMillis(10));
    }
  }

  @Test
  void givesUpOnWhoGoesOnForTenSecondsWorthOfRefusals() {
    taken(300 + 1_000);
    assertThat(pace.isHopeless()).isFalse();
    taken(2);
    assertThat(pace.isHopeless()).isTrue();
  }

  @Test
  void forgivesWhoRests() {
    taken(300 + 1_000);
    pass(Duration.ofSeconds(3));
    taken(301);
    assertThat(pace.isHopeless()).isFalse();
  }

  private int taken(int frames) {
    int taken = 0;
    for (int i = 0; i < frames; i++) {
      taken += pace.take() == 0 ? 1 : 0;
    }
    return taken;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
