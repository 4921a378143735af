package org.parley.system.limit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.settings.SystemSettings;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/**
 * A system with limits that are soon reached. Its services are asked from this machine, whose word
 * about addresses they believe.
 */
final class LimitedSystem implements AutoCloseable {

  static final int SENDS = 20;
  static final int JOINS = 5;
  static final int ROOMS = 5;
  static final int LOGINS = 6;
  static final int PAGES = 5;
  static final int COPIES = 2;

  private final LocalSystem local;
  private final RunningSystem system;

  private LimitedSystem(LocalSystem local, RunningSystem system) {
    this.local = local;
    this.system = system;
  }

  static LimitedSystem start() {
    SystemSettings settings =
        SystemSettings.isolated(
            Path.of("target", "limited-system").toAbsolutePath(),
            Map.ofEntries(
                entry("PARLEY_LIMIT_SEND", "30/min burst " + SENDS),
                entry("PARLEY_LIMIT_JOIN", "10/min burst " + JOINS),
                entry("PARLEY_LIMIT_CREATE_ROOM", "30/h burst " + ROOMS),
                entry("PARLEY_LIMIT_HISTORY", "10/min burst " + PAGES),
                entry("PARLEY_LIMIT_DIRECTORY", "10/min burst " + PAGES),
                entry("PARLEY_LIMIT_EXPORT", COPIES + "/h"),
                entry("PARLEY_LIMIT_LOGIN_ADDRESS", "30/h burst " + LOGINS),
                entry("PARLEY_LIMIT_FRAMES", "20/s burst 60"),
                entry("PARLEY_LIMIT_SOCKETS_ADDRESS", "4"),
                entry("PARLEY_LIMIT_SOCKETS_UNAUTHENTICATED", "2"),
                entry("PARLEY_LIMIT_SOCKETS_PERSON", "2")));
    LocalSystem local = LocalSystem.start(settings, Progress.to(System.out));
    return new LimitedSystem(local, RunningSystem.at(settings.descriptionFile()));
  }

  RunningSystem system() {
    return system;
  }

  @Override
  public void close() {
    local.close();
  }

  /** How many messages an instance takes before it refuses one. */
  int stored(Visitor visitor, int instance, long room) {
    int stored = 0;
    Api.Answer answer = post(visitor, instance, room);
    while (answer.status() == 200 && stored < 10 * SENDS) {
      stored++;
      answer = post(visitor, instance, room);
    }
    assertThat(answer.code()).isEqualTo("rate_limited");
    return stored;
  }

  Api.Answer post(Visitor visitor, int instance, long room) {
    return Api.at(system.chat(instance, "/"))
        .as(visitor.token())
        .post("/api/v1/messages", Map.of("room_id", room, "content", "hello"));
  }

  static void say(TestSocket socket, long room, UUID id) {
    socket.send("send_message", Map.of("room_id", room, "client_msg_id", id, "content", "hello"));
  }

  static boolean isAcknowledged(TestSocket socket, long room, UUID id) {
    say(socket, room, id);
    JsonNode answer = socket.awaitAnyOf("message_ack", "error");
    return answer.path("client_msg_id").asText().equals(id.toString())
        && answer.path("type").asText().equals("message_ack");
  }

  TestSocket open(int instance, String from) {
    return TestSocket.open(
        system.socket(instance),
        builder -> builder.subprotocols("parley.v1").header("X-Forwarded-For", from));
  }

  boolean isRefused(String from) {
    try (TestSocket open = open(0, from)) {
      return open.messages() == null;
    } catch (IllegalStateException refused) {
      return true;
    }
  }

  static int logIn(URI at, String forwardedFor) {
    String json = "{\"username\":\"nobody\",\"password\":\"wrong\"}";
    return Api.exchange(
            Api.at(at)
                .request("/api/v1/users/login")
                .header("X-Forwarded-For", forwardedFor)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build(),
            json)
        .status();
  }

  double metric(int instance, String name, String label) {
    return Api.text(HttpRequest.newBuilder(system.chat(instance, "/metrics")).build())
        .lines()
        .filter(line -> line.startsWith(name + "{") && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }
}
