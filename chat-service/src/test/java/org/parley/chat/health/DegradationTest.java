package org.parley.chat.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.chat.health.Degradation.Dependency.POSTGRESQL;
import static org.parley.chat.health.Degradation.Dependency.REDIS;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DegradationTest {

  private final Degradation degradation = new Degradation();

  @Test
  void everythingIsUpUntilSomebodySaysOtherwise() {
    assertThat(degradation.states())
        .isEqualTo(Map.of("redis", "up", "postgresql", "up", "user_service", "up"));
  }

  @Test
  void onePartIsAwayUntilItWorksAgain() {
    degradation.fails(REDIS, "no answer");
    degradation.fails(REDIS, "no answer");
    degradation.works(POSTGRESQL);
    assertThat(degradation.isAway(REDIS)).isTrue();
    assertThat(degradation.states())
        .isEqualTo(Map.of("redis", "away", "postgresql", "up", "user_service", "up"));
    degradation.works(REDIS);
    assertThat(degradation.isAway(REDIS)).isFalse();
  }
}
