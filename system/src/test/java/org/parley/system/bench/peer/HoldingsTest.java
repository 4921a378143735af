package org.parley.system.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.system.bench.load.LoadProblem;

class HoldingsTest {

  private static final String METRICS =
      """
      # HELP thread_count how many
      thread_count{mp_scope="base"} 40
      session_liveSessions{app="a"} 2
      session_liveSessions{app="b"} 3.0
      websocket_connections_total 9
      websocket_connections 0
      """;

  @Test
  void addsUpEveryLineOfAName() {
    assertThat(Holdings.sum(METRICS, "session_liveSessions")).isEqualTo(5);
    assertThat(Holdings.sum(METRICS, "thread_count")).isEqualTo(40);
    assertThat(Holdings.sum(METRICS, "websocket_connections")).isZero();
  }

  @Test
  void doesNotTakeAnUnknownNameForNothing() {
    assertThatThrownBy(() -> Holdings.sum(METRICS, "heap"))
        .isInstanceOf(LoadProblem.class)
        .hasMessageContaining("heap");
  }
}
