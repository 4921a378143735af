package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @ParameterizedTest
  @CsvSource({
    "20/s burst 40, 20, PT1S, 40",
    "60/min, 60, PT1M, 60",
    "30/h, 30, PT1H, 30",
    "10 / s  burst  200, 10, PT1S, 200",
    "10/min burst 1, 10, PT1M, 1",
  })
  void readsWhatOperatorsWrite(String text, long times, Duration period, long burst) {
    assertThat(Rate.parse(text)).isEqualTo(new Rate(times, period, burst));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "20",
        "/s",
        "20/sec",
        "20/d",
        "-1/s",
        "20/s burst",
        "20/s burst x",
        "20 s",
        "20/s 40",
        "0/s",
        "1/s burst 0",
        "1000001/s",
        "99999999/s",
        "1.5/s",
        "20/s burst 40 more"
      })
  void refusesWhatIsNoRate(String text) {
    LimitReader reader = reader(Map.of("PARLEY_LIMIT_SEND", text));

    assertThatThrownBy(() -> reader.rate("PARLEY_LIMIT_SEND", "1/s"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("PARLEY_LIMIT_SEND is \"" + text + "\"; it must be ")
        .hasMessageEndingWith(".");
  }

  @Test
  void isFullAgainAfterItsBurst() {
    assertThat(Rate.parse("20/s burst 40").refill()).isEqualTo(Duration.ofSeconds(2));
    assertThat(Rate.parse("30/h").refill()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void readsTheSwitchAndNumbers() {
    assertThat(reader(Map.of()).isOn()).isTrue();
    assertThat(reader(Map.of("PARLEY_RATE_LIMITS", "off")).isOn()).isFalse();
    assertThatThrownBy(reader(Map.of("PARLEY_RATE_LIMITS", "no"))::isOn)
        .hasMessage("PARLEY_RATE_LIMITS is \"no\"; it must be on or off.");
    assertThat(reader(Map.of("N", "7")).number("N", 200)).isEqualTo(7);
    assertThat(reader(Map.of()).number("N", 200)).isEqualTo(200);
    assertThatThrownBy(() -> reader(Map.of("N", "0")).number("N", 200))
        .hasMessage("N is \"0\"; it must be a number from 1 to 9999999.");
  }

  static LimitReader reader(Map<String, String> values) {
    return new LimitReader(
        name -> Optional.ofNullable(values.get(name)), IllegalStateException::new);
  }
}
