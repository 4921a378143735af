package org.parley.system.check.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private static final long MILLI = Duration.ofMillis(1).toNanos();

  private final Latencies latencies = new Latencies();

  @Test
  void countsFromWhenASendWasDue() {
    latencies.sending("a", 0, true);
    latencies.acked("a", 250 * MILLI);
    assertThat(latencies.acks().count()).isEqualTo(1);
    assertThat(latencies.acks().p50()).isCloseTo(250, within(0.5));
  }

  @Test
  void keepsApartWhatWaitedForADroppedConnection() {
    latencies.sending("writer was away", 0, false);
    latencies.acked("writer was away", 5000 * MILLI);
    latencies.delivered("writer was away", 5000 * MILLI, 0);
    latencies.sending("reader was away", 10 * MILLI, true);
    latencies.delivered("reader was away", 5000 * MILLI, 11 * MILLI);
    latencies.sending("nobody was away", 10 * MILLI, true);
    latencies.delivered("nobody was away", 20 * MILLI, 10 * MILLI);

    assertThat(latencies.acks().count()).isZero();
    assertThat(latencies.disturbedAcks().count()).isEqualTo(1);
    assertThat(latencies.deliveries().count()).isEqualTo(1);
    assertThat(latencies.deliveries().max()).isCloseTo(10, within(0.1));
    assertThat(latencies.disturbedDeliveries().count()).isEqualTo(2);
  }

  @Test
  void theLongestPauseIsOneReadersOwn() {
    assertThat(latencies.longestPause()).isZero();
    latencies.shown("ada", 0);
    latencies.shown("ben", 100 * MILLI);
    latencies.shown("ada", 250 * MILLI);
    latencies.shown("ben", 300 * MILLI);
    assertThat(latencies.longestPause()).isEqualTo(250);
  }

  @Test
  void leavesOutWhatTheCheckerDidNotSend() {
    latencies.delivered("somebody else's", 5 * MILLI, 0);
    assertThat(latencies.deliveries().count()).isZero();
  }
}
