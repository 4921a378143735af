package org.parley.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.golden.GoldenFile;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/**
 * Bad requests get their documented refusal, leave nothing behind and hurt nobody else. The tables
 * are docs/refusals-rest.md.
 */
@WithRunningSystem
class RestRefusalsIT {

  private static final Map<String, List<Attempt>> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put("Fields", FieldCases.all());
    TABLES.put("Bodies", JsonCases.all());
    TABLES.put("Ids in paths", AddressCases.ids());
    TABLES.put("Queries", AddressCases.queries());
    TABLES.put("What is others'", AddressCases.others());
    TABLES.put("Messages that were sent", MessageCases.all());
    TABLES.put("Rooms that are there", RoomCases.all());
    TABLES.put("What admins do, and what only oneself does", AdminCases.all());
    TABLES.put("Access tokens", TokenCases.all());
    TABLES.put("Refresh cookies", EnvelopeCases.cookies());
    TABLES.put("Types and codings", EnvelopeCases.types());
    TABLES.put("Sizes", EnvelopeCases.sizes());
    TABLES.put("Methods", AddressCases.methods());
    TABLES.put("Addresses", AddressCases.nowhere());
  }

  private static final String INTRODUCTION =
      """
      # Bad requests over REST

      What is answered to each. This file is made of the requests that `RestRefusalsIT` sends to the running system, and the
      test compares it with them: change it by changing them (`-Dparley.golden.rewrite=true`).

      After every refusal the test looks that nothing was stored and that both services answer the next good request.
      `{room}` is a room the caller owns, in which message 1 is theirs, 2 was removed and 3 is another's; `{secret}` is another's
      private room, `{me}` and `{other}` are people, `{admin}` is the only admin, `{session}` is another's. Rows without a code
      were answered with success.
      """;

  private static Scene scene;
  private static boolean behindNginx;

  @BeforeAll
  static void setTheScene(RunningSystem system) throws SQLException {
    scene = new Scene(system);
    behindNginx = scene.isBehindNginx();
  }

  @AfterAll
  static void clear() throws SQLException {
    scene.close();
  }

  static Stream<Attempt> attempts() {
    return TABLES.values().stream().flatMap(List::stream);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void isAnsweredAsTheTableSays(Attempt attempt) throws SQLException {
    assumeTrue(behindNginx || attempt.at() != Attempt.At.EDGE, "only nginx refuses this itself");
    Map<String, Long> before = scene.stored();

    Api.Answer answer = attempt.send(scene);

    assertThat(new Outcome(answer.status(), answer.code()))
        .as("%s", answer.http().body())
        .isEqualTo(attempt.outcome());
    if (answer.status() >= 400) {
      assertThat(scene.stored()).isEqualTo(before);
    }
    scene.assertGoesOn();
  }

  @Test
  void areTheDocumentedOnes() throws IOException {
    String tables =
        TABLES.entrySet().stream()
            .map(
                table ->
                    "## %s\n\n| what is wrong | request | answer |\n|---|---|---|\n%s\n"
                        .formatted(
                            table.getKey(),
                            table.getValue().stream()
                                .map(Attempt::row)
                                .collect(Collectors.joining("\n"))))
            .collect(Collectors.joining("\n"));

    new GoldenFile(Path.of("..", "docs", "refusals-rest.md"))
        .assertSays(INTRODUCTION + "\n" + tables);
  }
}
