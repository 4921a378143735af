package org.parley.system.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.promise.RestOperation;
import org.parley.system.fuzz.Bombs.Bomb;
import org.parley.system.fuzz.Bombs.Fate;
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

  /** The number of no room, message or person. */
  private static final String NOBODYS = "999999999999999";

  private static Visitor ada;
  private static long room;

  @BeforeAll
  static void signUp(RunningSystem system) {
    ada = Visitor.signUp(system, "ada");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  static List<Bomb> bombs() {
    return Bombs.all();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void overRest(Bomb bomb) {
    for (RestOperation operation : RestContract.operations()) {
      if (Requests.example(operation).isObject()) {
        bomb.bodies().forEach((body, fate) -> assertAnswered(operation, bomb, body, fate));
      }
    }
  }

  private static void assertAnswered(RestOperation operation, Bomb bomb, String body, Fate fate) {
    long from = System.nanoTime();
    Api.Answer answer =
        Api.exchange(
            ada.api()
                .request(operation.template().replaceAll("\\{\\w+}", NOBODYS))
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(body))
                .build(),
            body);
    assertThat(answer.status() + " " + answer.code())
        .as("%s: %s, %s", operation, bomb, fate)
        .isEqualTo(expected(operation, fate));
    assertSoon(from, operation + ": " + bomb);
  }

  private static String expected(RestOperation operation, Fate fate) {
    return switch (operation.id()) {
      // Whoever may not is told so before anything is read.
      case "changeRole" -> "403 forbidden";
      // All of it may be absent, so that nothing is incomplete.
      case "changeRoom", "makeInvitation" ->
          fate == Fate.UNREADABLE ? "400 malformed_request" : "404 not_found";
      case "refresh" ->
          // The token may be in the body, and is a cookie otherwise, so that nothing is incomplete.
          fate == Fate.UNREADABLE ? "400 malformed_request" : "401 invalid_refresh_token";
      default -> fate == Fate.UNREADABLE ? "400 malformed_request" : "400 validation_failed";
    };
  }

  /** No frame has a type then, so none can be more than malformed. */
  @ParameterizedTest
  @MethodSource("bombs")
  void overTheSocket(Bomb bomb, RunningSystem system) throws IOException {
    try (RawSocket socket = RawSocket.inRoom(system.socket(0), ada, room)) {
      for (String frame : bomb.bodies().keySet()) {
        long from = System.nanoTime();
        socket.text(frame);
        assertSaid(socket, "code", "malformed_request", bomb);
        assertSoon(from, bomb.what());
      }
      socket.text("{\"type\":\"ping\"}");
      assertSaid(socket, "type", "pong", bomb);
    }
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void besideWhatAFrameHas(Bomb bomb, RunningSystem system) throws IOException {
    try (RawSocket socket = RawSocket.inRoom(system.socket(0), ada, room)) {
      socket.text("{\"type\":\"ping\",\"beside\":" + bomb.json() + "}");
      if (bomb.beside() == Fate.UNREADABLE) {
        assertSaid(socket, "code", "malformed_request", bomb);
      } else {
        assertSaid(socket, "type", "pong", bomb);
      }
    }
  }

  private static void assertSaid(RawSocket socket, String field, String value, Bomb bomb)
      throws IOException {
    assertThat(socket.next())
        .as(bomb.what())
        .isInstanceOfSatisfying(
            Heard.Said.class,
            said -> assertThat(said.frame().path(field).asText()).isEqualTo(value));
  }

  private static void assertSoon(long from, String what) {
    assertThat(Duration.ofNanos(System.nanoTime() - from)).as(what).isLessThan(SOON);
  }
}
