package org.parley.users.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.users.platform.Settings;

class KeysCommandTest {

  private record Outcome(int code, String out, String err) {}

  @TempDir private Path parent;

  private final MovingClock clock = new MovingClock();
  private String first;

  @BeforeEach
  void start() {
    first =
        new KeyDirectory(KeySettings.from(Settings.of(environment())), clock)
            .loadOrCreate()
            .first()
            .getKeyID();
  }

  @Test
  void showsAndRotates() {
    assertThat(run().out()).isEqualTo(first + "  made 2026-11-27T12:00:00Z  signs\n");
    assertThat(run("rotate").out())
        .startsWith(first + "  made 2026-11-27T12:00:00Z  signs\n")
        .contains("published, signs from 2026-11-27T12:06:01Z");
    assertThat(run("rotate"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "A rotation is under way; it ends at 2026-11-27T12:21:31Z. Nothing was changed.\n"));
    clock.move(Duration.ofMinutes(7));
    assertThat(run("list").out())
        .startsWith(
            first
                + "  made 2026-11-27T12:00:00Z  signs no more, accepted until 2026-11-27T12:21:31Z")
        .contains("signs\n");
    clock.move(Duration.ofMinutes(15));
    assertThat(run("list").out()).doesNotContain(first).endsWith("signs\n");
  }

  @Test
  void withdraws() {
    assertThat(run("withdraw", first).out()).doesNotContain(first).endsWith("signs\n");
    assertThat(run("withdraw", first).code()).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    for (List<String> wrong :
        List.of(
            List.of("remove"),
            List.of("withdraw"),
            List.of("rotate", "now"),
            List.of("withdraw", "a", "b"))) {
      Outcome outcome = run(wrong.toArray(String[]::new));
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).startsWith("Usage: keys");
    }
    assertThat(run("help").out()).startsWith("Usage: keys");
  }

  @Test
  void saysWhatIsMissing() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = new KeysCommand(Map.of(), clock).run(List.of(), print(err), print(err));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("Set PARLEY_KEY_DIR: ");
  }

  private Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new KeysCommand(environment(), clock).run(List.of(arguments), print(out), print(err));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Map<String, String> environment() {
    return Map.of("PARLEY_KEY_DIR", parent.resolve("keys").toString());
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
