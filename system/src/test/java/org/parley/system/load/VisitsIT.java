package org.parley.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.system.load.LoadPrograms.Outcome;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * The load plan and its gate, with a few visitors for a few seconds instead of many for minutes.
 */
@WithRunningSystem
class VisitsIT {

  /** No error, and no limit on time but the one after which an answer counts as missing. */
  private static final List<String> LIMITS =
      List.of(
          "load.errors=0",
          "load.p99.register=20000",
          "load.p99.http=20000",
          "load.p99.message=20000");

  private static final int USERS = 4;

  /** Reserved for a service that no machine runs any more. */
  private static final int UNUSED_PORT = 1;

  private final RunningSystem system;
  private final LoadPrograms programs = LoadPrograms.find();

  VisitsIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @ValueSource(strings = {"original", "parley.v1"})
  void visitorsComeTalkAndLeaveAndTheirMessagesAreKept(String protocol, @TempDir Path folder)
      throws Exception {
    String run = Visitor.freshName("smoke");
    visit(folder, system.origin("/"), run, protocol);

    Outcome verdict = programs.judge(folder, LIMITS);
    assertThat(verdict.exit()).as(verdict.output()).isZero();
    long visits = count(folder, "message round trip");
    assertThat(visits).isGreaterThanOrEqualTo(USERS);
    assertThat(count(folder, "close")).isEqualTo(visits);
    assertThat(count(folder, "ping")).isGreaterThanOrEqualTo(visits);

    Visitor witness = Visitor.signUp(system, "witness");
    List<JsonNode> rooms = roomsOf(run, witness);
    assertThat(rooms).hasSize((int) visits);
    for (JsonNode room : rooms) {
      JsonNode messages = witness.history(room.path("id").asLong()).path("messages");
      assertThat(messages).hasSize(1);
      assertThat(messages.at("/0/content").asText()).startsWith("Ahoy, hör zu: ");
    }

    // Nobody hashes a password in a millisecond.
    Outcome refusal = programs.judge(folder, with("load.p99.register=1"));
    assertThat(refusal.exit()).isEqualTo(1);
    assertThat(refusal.output())
        .containsPattern("Load gate: register: p99 is \\d+ ms; load.p99.register allows 1 ms")
        .doesNotContain("Load gate: create room");
  }

  @Test
  void gateRefusesErrors(@TempDir Path folder) throws Exception {
    visit(folder, URI.create("http://localhost:" + UNUSED_PORT), "nowhere", "original");

    Outcome verdict = programs.judge(folder, LIMITS);
    assertThat(verdict.exit()).isEqualTo(1);
    assertThat(verdict.output())
        .containsPattern("Load gate: register: (\\d+) of \\1 failed, 100.0 %")
        .contains("Load gate: message round trip: nobody got that far");
  }

  @Test
  void saysWhatToDoWhereNothingAnswers(@TempDir Path folder) throws Exception {
    Outcome silence = programs.look(UNUSED_PORT, folder.resolve("address.properties"));

    assertThat(silence.exit()).isEqualTo(1);
    assertThat(silence.output()).contains("Nothing answers at http://localhost:", "./mvnw -Prun");
    assertThat(folder).isEmptyDirectory();
  }

  /** The limits, the last of a name counting. */
  private static List<String> with(String limit) {
    return Stream.concat(LIMITS.stream(), Stream.of(limit)).toList();
  }

  private void visit(Path folder, URI origin, String run, String protocol) throws Exception {
    Outcome jmeter =
        programs.runVisits(
            folder,
            List.of(
                "host=" + origin.getHost(),
                "port=" + origin.getPort(),
                "run=" + run,
                "protocol=" + protocol,
                "users=" + USERS,
                "ramp=1",
                "hold=2",
                "stay.min=2",
                "stay.max=3",
                "heartbeat=1"));
    assertThat(jmeter.exit()).as(jmeter.output()).isZero();
  }

  private static long count(Path folder, String step) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve("report/statistics.json").toFile())
        .path(step)
        .path("sampleCount")
        .asLong();
  }

  private static List<JsonNode> roomsOf(String run, Visitor witness) {
    JsonNode found = witness.api().get("/api/v1/rooms?limit=100&query=" + run + "-").body();
    return Stream.of(found.path("rooms")).flatMap(JsonNode::valueStream).toList();
  }
}
