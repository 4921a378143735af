package org.parley.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PulseTest {

  private final AtomicLong now = new AtomicLong();
  private final List<Pulse.Missed> told = new ArrayList<>();
  private final Pulse pulse = new Pulse(this::tell, now::get);

  private boolean missingWhileTold;

  @Test
  void saysNothingWhileItBeats() {
    for (int i = 0; i < 100; i++) {
      pass(Duration.ofSeconds(1));
      pulse.beat();
    }
    assertThat(told).isEmpty();
    assertThat(pulse.isMissing()).isFalse();
  }

  @Test
  void isMissingFromTheFirstMomentUntilEverybodyWasTold() {
    pass(Duration.ofSeconds(20));
    assertThat(pulse.isMissing()).isTrue();
    pulse.beat();
    assertThat(told).containsExactly(new Pulse.Missed(Duration.ofSeconds(20)));
    assertThat(missingWhileTold).isTrue();
    assertThat(pulse.isMissing()).isFalse();
    pulse.beat();
    assertThat(told).hasSize(1);
  }

  private void tell(Pulse.Missed missed) {
    told.add(missed);
    missingWhileTold = pulse.isMissing();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
