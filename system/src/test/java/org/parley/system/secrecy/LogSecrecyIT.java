package org.parley.system.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.support.Api;
import org.parley.system.support.Confidences;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * After all other tests: no password, no token and nothing that people wrote is in any log of the
 * running system.
 */
@WithRunningSystem
@Order(Integer.MAX_VALUE)
class LogSecrecyIT {

  private final RunningSystem system;

  LogSecrecyIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void logsHoldNothingConfidential() throws IOException {
    sayMuchInConfidence();
    Leaks leaks = new Leaks(Confidences.kept());
    List<Path> logs = Leaks.logs(system.runFolder());
    assertThat(logs)
        .extracting(log -> log.getFileName().toString())
        .contains("user-service.log", "chat-service-1.log", "postgres.log", "redis.log")
        .contains("messages.log");
    List<String> found = new ArrayList<>();
    for (Path log : logs) {
      found.addAll(leaks.in(log));
    }
    assertThat(found).as("of %d texts", Confidences.kept().size()).isEmpty();
  }

  @Test
  void wouldFindThem(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("a.log");
    Files.writeString(log, "nothing\nsomebody said ♥ to somebody else\n");
    assertThat(Leaks.logs(folder)).containsExactly(log);
    assertThat(new Leaks(Set.of("said ♥ to somebody")).in(log))
        .containsExactly(log + ":2, after \"somebody \"");
    assertThat(new Leaks(Set.of("said ♥ to nobody")).in(log)).isEmpty();

    Confidences.keepOf("{\"messages\":[{\"content\":\"told by a whole body\"}]}");
    Confidences.keepOf("{\"content\":\"too short\"}");
    assertThat(Confidences.kept()).contains("told by a whole body").doesNotContain("too short");
  }

  /** In ways that succeed and in ways that fail. */
  private void sayMuchInConfidence() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    String said = "said in confidence by " + ada.username();
    ada.say(room, said);
    ada.api().patch("/api/v1/rooms/" + room + "/messages/1", Map.of("content", said + ", again"));
    ada.api().post("/api/v1/messages", Map.of("room_id", -1, "content", said + " to nobody"));
    Api nobody = Api.at(system.origin("/"));
    nobody.post(
        "/api/v1/users/login",
        Map.of("username", ada.username(), "password", "wrong " + ada.password()));
    nobody.post(
        "/api/v1/users/register",
        Map.of("username", ada.username(), "email", "no address", "password", said));
    for (String unreadable : List.of("{\"password\":\"" + said + "\"", "[\"" + said + "\"]")) {
      for (String path : List.of("/api/v1/users/login", "/api/v1/messages")) {
        Api.exchange(
            ada.api()
                .request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(unreadable))
                .build(),
            unreadable);
      }
    }
    nobody.as("a token of nobody's: " + said).get("/api/v1/rooms");
    Confidences.keep(said);
    nobody.get("/api/v1/rooms?access_token=" + ada.token());
    // As good as the token itself to whoever guesses the rest.
    for (String path : List.of("/api/v1/rooms", "/api/v1/users/me")) {
      nobody.as(ada.token().substring(0, ada.token().length() - 4) + "AAAA").get(path);
    }
    Confidences.keep(ada.token().substring(0, ada.token().lastIndexOf('.')));
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      socket.authenticate(ada);
      socket.sendText("{\"type\":\"" + said + "\"}").await("error");
      socket.sendText("{\"type\":\"send_message\",\"content\":\"" + said).await("error");
      socket.sendText("{\"type\":\"auth\",\"token\":\"" + said + "\"}").await("error");
    }
  }
}
