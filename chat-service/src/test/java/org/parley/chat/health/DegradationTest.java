package org.parley.chat.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.health.Degradation.Dependency.MESSAGE_LOG;
import static org.parley.chat.health.Degradation.Dependency.POSTGRESQL;
import static org.parley.chat.health.Degradation.Dependency.REDIS;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DegradationTest {

  private final Degradation degradation = new Degradation();

  @Test
  void everythingIsUpUntilSomebodySaysOtherwise() {
    assertThat(degradation.states())
        .hasSize(Degradation.Dependency.values().length)
        .containsKeys("redis", "postgresql", "message_log", "clock", "user_service")
        .allSatisfy((dependency, state) -> assertThat(state).isEqualTo("up"));
  }

  @Test
  void onePartIsAwayUntilItWorksAgain() {
    degradation.fails(REDIS, "no answer");
    degradation.fails(REDIS, "no answer");
    degradation.works(POSTGRESQL);
    assertThat(degradation.isAway(REDIS)).isTrue();
    assertThat(degradation.states()).containsEntry("redis", "away").containsEntry("clock", "up");
    degradation.works(REDIS);
    assertThat(degradation.isAway(REDIS)).isFalse();
  }

  @Test
  void oneWhoIsLuckyDoesNotMakeItWork() {
    degradation.worksSteadily(MESSAGE_LOG, Duration.ZERO);
    degradation.fails(MESSAGE_LOG, "disk full");
    degradation.worksSteadily(MESSAGE_LOG, Duration.ofMinutes(1));
    assertThat(degradation.isAway(MESSAGE_LOG)).isTrue();
    degradation.worksSteadily(MESSAGE_LOG, Duration.ZERO);
    assertThat(degradation.isAway(MESSAGE_LOG)).isFalse();
  }
}
