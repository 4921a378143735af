package org.parley.chat.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.health.Degradation.Dependency.MESSAGE_LOG;
import static org.parley.chat.health.Degradation.Dependency.POSTGRESQL;
import static org.parley.chat.health.Degradation.Dependency.REDIS;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DegradationTest {

  private final Degradation degradation = new Degradation();

  @Test
  void everythingIsUpUntilSomebodySaysOtherwise() {
    assertThat(degradation.states())
        .isEqualTo(
            Map.of("redis", "up", "postgresql", "up", "message_log", "up", "user_service", "up"));
  }

  @Test
  void onePartIsAwayUntilItWorksAgain() {
    degradation.fails(REDIS, "no answer");
    degradation.fails(REDIS, "no answer");
    degradation.works(POSTGRESQL);
    assertThat(degradation.isAway(REDIS)).isTrue();
    assertThat(degradation.states())
        .isEqualTo(
            Map.of("redis", "away", "postgresql", "up", "message_log", "up", "user_service", "up"));
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
