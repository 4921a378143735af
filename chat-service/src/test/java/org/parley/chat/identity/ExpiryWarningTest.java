package org.parley.chat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryWarningTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest(name = "a token for {0} s more: {1} s before its end")
  @CsvSource({"86400, 60", "900, 60", "300, 60", "100, 20", "25, 5", "10, 5", "3, 5", "-5, 5"})
  void comesAFifthOfTheTokensLifeBeforeItsEnd(long lifeSeconds, long earlySeconds) {
    Instant end = NOW.plusSeconds(lifeSeconds);
    ExpiryWarning warning = ExpiryWarning.of(end, NOW);
    assertThat(Duration.between(warning.dueAt(), end)).hasSeconds(earlySeconds);
    assertThat(warning.expiresAt()).isEqualTo(end);
  }

  @Test
  void isDueFromThenOn() {
    ExpiryWarning warning = ExpiryWarning.of(NOW.plusSeconds(900), NOW);
    assertThat(warning.isDue(NOW.plusSeconds(839))).isFalse();
    assertThat(warning.isDue(NOW.plusSeconds(840))).isTrue();
  }
}
