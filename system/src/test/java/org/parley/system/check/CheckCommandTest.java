package org.parley.system.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.scene.Plan.Mix;
import picocli.CommandLine.ParameterException;

class CheckCommandTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void needsNothingButAnAddress() {
    Plan plan = CheckCommand.plan("--url", "http://localhost:8080/");

    assertThat(plan.urls()).containsExactly(URI.create("http://localhost:8080"));
    assertThat(plan.sockets()).containsExactly(URI.create("ws://localhost:8080/ws"));
    assertThat(plan.protocol()).isEqualTo("parley.v1");
    assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(1));
    assertThat(plan.mix()).isEqualTo(new Mix(80, 10, 5, 5));
    assertThat(plan.maxResyncs()).isNull();
  }

  @Test
  void takesEverythingElse() {
    Plan plan =
        CheckCommand.plan(
            ("--url https://chat.example.org --url http://b:1 --socket-url ws://a:2/ws --batch"
                    + " --writers 3 --readers 20 --rooms 2 --duration PT5M --rate 200"
                    + " --drop-every 1m30s --mix 1/2/3/4 --settle 10s --max-resyncs 0")
                .split(" "));

    assertThat(plan.urls())
        .containsExactly(URI.create("https://chat.example.org"), URI.create("http://b:1"));
    assertThat(plan.sockets()).containsExactly(URI.create("ws://a:2/ws"));
    assertThat(plan.protocol()).isEqualTo("parley.v1.batch");
    assertThat(List.of(plan.writers(), plan.readers(), plan.rooms(), plan.rate()))
        .containsExactly(3, 20, 2, 200);
    assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(5));
    assertThat(plan.dropEvery()).isEqualTo(Duration.ofSeconds(90));
    assertThat(plan.mix()).isEqualTo(new Mix(1, 2, 3, 4));
    assertThat(plan.settle()).isEqualTo(Duration.ofSeconds(10));
    assertThat(plan.maxResyncs()).isZero();
  }

  @Test
  void connectsSecurelyWhereTheAddressIsSecure() {
    assertThat(CheckCommand.plan("--url", "https://chat.example.org").sockets())
        .containsExactly(URI.create("wss://chat.example.org/ws"));
  }

  @Test
  void leavesChangesOut() {
    assertThat(CheckCommand.plan("--url", "http://a", "--changes", "off").mix())
        .isEqualTo(Mix.SENDS_ONLY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --duration soon      | "soon" is not a time such as PT90S or 90s
          --duration 0s        | The duration must be positive.
          --mix 80/10          | "80/10" is not four shares
          --mix 0/1/1/1        | the first at least 1
          --writers 101        | There can be 1 to 100 writers.
          --writers some       | 'some' is not an int
          --rate 0             | The rate must be at least 1 a second.
          --url localhost:8080 | "localhost:8080" is not an address
          --url ws://a/ws      | --url is http or https
          --volume 11          | Unknown option
          """)
  void refusesWrongWordsInASentence(String words, String sentence) {
    String[] all = ("--url http://localhost " + words).split(" ");
    assertThatThrownBy(() -> CheckCommand.plan(all))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(sentence);
    assertThat(execute(all)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(sentence, "check --help")
        .doesNotContain("\tat ");
    assertThat(out.size()).isZero();
  }

  @Test
  void asksForAnAddress() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--url");
  }

  @Test
  void explainsItself() {
    assertThat(execute("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--drop-every", "PT2S", "80/10/5/5");
  }

  private int execute(String... words) {
    return CheckCommand.execute(List.of(words), print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }
}
