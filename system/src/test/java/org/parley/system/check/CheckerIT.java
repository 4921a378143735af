package org.parley.system.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/** The checker against the system it ships with. */
@WithRunningSystem
class CheckerIT {

  /** Reserved for a service that no machine runs any more. */
  private static final String NOBODY = "localhost:1";

  private final RunningSystem system;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  CheckerIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void findsNothingLostWhileConnectionsDropOnBothInstances(@TempDir Path folder) throws Exception {
    Path json = folder.resolve("report.json");
    int exit =
        check(
            "--duration 15s --drop-every 2s",
            "--json",
            json.toString(),
            "--socket-url",
            system.socket(0).toString(),
            "--socket-url",
            system.socket(1).toString());

    assertThat(exit).as("%s%s", text(out), text(err)).isZero();
    assertThat(text(out)).contains("Nothing acknowledged was lost, doubled or out of order.");
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertThat(report.path("passed").asBoolean()).isTrue();
    assertThat(report.path("delivered_percent").decimalValue()).isEqualByComparingTo("100");
    assertThat(report.path("delivered").asLong()).isPositive();
    assertThat(report.path("violations"))
        .hasSize(6)
        .allSatisfy(number -> assertThat(number.asInt()).isZero());
    assertThat(report.at("/counts/acked").asLong()).isPositive();
    assertThat(report.at("/counts/drops").asLong()).isPositive();
    assertThat(report.at("/counts/resumes").asLong()).isPositive();
    assertThat(report.at("/latencies/delivery/count").asLong()).isPositive();
  }

  @Test
  void provesNothingWithoutTraffic() {
    int exit = check("--writers 1 --readers 1 --rooms 1 --rate 1 --duration PT0.000001S");

    assertThat(exit).isEqualTo(1);
    assertThat(text(out)).contains("Nothing was acknowledged, so nothing was proved.");
  }

  @Test
  void provesNothingWhenNobodyGetsIn() {
    int exit = check("--writers 1 --readers 1 --rooms 1 --socket-url ws://" + NOBODY + "/ws");

    assertThat(exit).isEqualTo(1);
    assertThat(text(out)).contains("it is not in the room", "it cannot connect");
  }

  @Test
  void saysInASentenceThatNothingAnswers() {
    int exit = CheckCommand.execute(List.of("--url", "http://" + NOBODY), print(out), print(err));

    assertThat(exit).isEqualTo(1);
    assertThat(text(err).strip()).startsWith("POST http://" + NOBODY).hasLineCount(1);
    assertThat(text(out)).isEmpty();
  }

  private int check(String words, String... more) {
    List<String> all = new ArrayList<>(List.of("--url", system.origin("/").toString()));
    all.addAll(List.of(words.split(" ")));
    all.addAll(List.of(more));
    return CheckCommand.execute(all, print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }
}
