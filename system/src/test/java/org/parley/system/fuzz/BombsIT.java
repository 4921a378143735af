package org.parley.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.promise.RestOperation;
import org.parley.system.support.Api;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RawSocket.Heard;
import org.parley.system.support.RestContract;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** JSON made to cost much is refused for little. */
@WithRunningSystem
class BombsIT {

  /** Milliseconds alone; this is for a machine that does other things. */
  private static final Duration SOON = Duration.ofSeconds(5);

  private static Visitor ada;
  private static long room;

  @BeforeAll
  static void signUp(RunningSystem system) {
    ada = Visitor.signUp(system, "ada");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  static Set<Map.Entry<String, String>> bombs() {
    return Bombs.all().entrySet();
  }

  /** Instead of the body, and beside what it should have. */
  static List<String> forms(String bomb) {
    return List.of(bomb, "{\"beside\":" + bomb + "}");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void overRest(Map.Entry<String, String> bomb) {
    for (RestOperation operation : RestContract.operations()) {
      JsonNode example = Requests.example(operation);
      for (String body : example.isObject() ? forms(bomb.getValue()) : List.<String>of()) {
        long from = System.nanoTime();
        Api.Answer answer =
            Api.exchange(
                ada.api()
                    .request(operation.template().replaceAll("\\{\\w+}", "1"))
                    .header("Content-Type", "application/json")
                    .method(operation.method(), BodyPublishers.ofString(body))
                    .build(),
                body);
        assertThat(answer.status()).as("%s: %s", operation, bomb.getKey()).isBetween(400, 499);
        assertSoon(from, operation + ": " + bomb.getKey());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void overTheSocket(Map.Entry<String, String> bomb, RunningSystem system) throws IOException {
    try (RawSocket socket = RawSocket.inRoom(system.socket(0), ada, room)) {
      for (String frame : forms(bomb.getValue())) {
        long from = System.nanoTime();
        socket.text(frame);
        assertThat(socket.next())
            .as(bomb.getKey())
            .isInstanceOfSatisfying(
                Heard.Said.class,
                said ->
                    assertThat(said.frame().path("code").asText())
                        .isIn("malformed_request", "unknown_type"));
        assertSoon(from, bomb.getKey());
      }
      socket.text("{\"type\":\"ping\"}");
      assertThat(socket.next())
          .isInstanceOfSatisfying(
              Heard.Said.class,
              said -> assertThat(said.frame().path("type").asText()).isEqualTo("pong"));
    }
  }

  private static void assertSoon(long from, String what) {
    assertThat(Duration.ofNanos(System.nanoTime() - from)).as(what).isLessThan(SOON);
  }
}
