package org.parley.chat.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeatTest {

  private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");

  @Test
  void isReadAsItWasWritten() {
    Beat beat =
        new Beat(
            ONE,
            7,
            List.of(
                new Beat.Echo(TWO, 3, Duration.ofNanos(1_234_567_000)),
                new Beat.Echo(TWO, 4, Duration.ZERO)));
    assertThat(beat.text())
        .isEqualTo(
            "beat 00000000-0000-0000-0000-000000000001 7"
                + " 00000000-0000-0000-0000-000000000002:3+1234567"
                + " 00000000-0000-0000-0000-000000000002:4+0");
    assertThat(Beat.parse(beat.text())).contains(beat);
    assertThat(Beat.parse(new Beat(ONE, 1, List.of()).text()))
        .contains(new Beat(ONE, 1, List.of()));
  }

  @Test
  void fitsIntoAMessage() {
    Beat.Echo longest = new Beat.Echo(ONE, 999_999_999_999_999L, Duration.ofDays(9_999));
    Beat full = new Beat(ONE, 999_999_999_999_999L, Collections.nCopies(Beat.MOST_ECHOES, longest));
    assertThat(full.text()).hasSizeLessThanOrEqualTo(4_000);
    assertThat(Beat.parse(full.text())).contains(full);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "beat",
        "beat 7",
        "hello",
        "beat 00000000-0000-0000-0000-000000000001",
        "beat 00000000-0000-0000-0000-000000000001 99999999999999999999",
        "beat 00000000-0000-0000-0000-000000000001 1 and more",
      })
  void leavesOtherWordsAlone(String text) {
    assertThat(Beat.parse(text)).isEmpty();
  }
}
