package org.parley.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Only what ends before anything is started. */
class BenchCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --suite tabel        | table, idle, growth, soak, steady, ready, signins, drain, storm
          --only parley,socket | --only knows no "socket", but parley, parley-batch, socketio, ws.
          --scenes hotroom     | --scenes knows no "hotroom", but rooms-10x100, room-1x1000, hot-room
          --rounds 0           | --rounds must be at least 1.
          --rate -5            | --rate must be at least 1.
          --seconds 0          | --seconds must be at least 1.
          --speed 11           | Unknown option
          """)
  void refusesWrongWordsInASentence(String words, String sentence) {
    assertThat(execute(words.split(" "))).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(sentence, "bench --help")
        .doesNotContain("\tat ");
    assertThat(out.size()).isZero();
  }

  @Test
  void explainsItself() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--scenes", "storm");
  }

  private int execute(String... words) {
    return BenchCommand.execute(List.of(words), print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
