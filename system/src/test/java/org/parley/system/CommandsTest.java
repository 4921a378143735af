package org.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void answersAnUnknownCommandWithTheUsage() {
    assertThat(execute(Map.of(), "fly")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
  }

  @Test
  void printsTheUsageWhenAsked() {
    assertThat(execute(Map.of(), "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage:");
  }

  @Test
  void answersABadSettingWithOneSentence() {
    assertThat(execute(Map.of("PARLEY_ORIGIN_PORT", "web"), "run")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            "PARLEY_ORIGIN_PORT must be a port from 1 to 65535 (0 takes any free one), not \"web\".");
  }

  private int execute(Map<String, String> environment, String... arguments) {
    return Commands.execute(arguments, environment, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
