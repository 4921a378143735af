package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * A client of the system Parley grew out of, which knows only the frames and fields marked ◆ in the
 * design, speaks no subprotocol, and comes through the origin.
 */
@WithRunningSystem
class OriginalClientIT {

  private final RunningSystem system;

  OriginalClientIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void talksInOneCurrentRoomAndKnowsNoAcks() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket a = connect(ada);
        TestSocket b = connect(ben)) {
      JsonNode joined = a.join(room);
      assertThat(joined.path("room_id").asLong()).isEqualTo(room);
      assertThat(joined.at("/room/id").asLong()).isEqualTo(room);
      b.join(room);
      JsonNode came = a.await("user_joined");
      assertThat(came.path("username").asText()).isEqualTo(ben.username());
      assertThat(came.path("user_id").asLong()).isEqualTo(ben.id());

      a.send("send_message", Map.of("content", "hello"));
      for (TestSocket socket : new TestSocket[] {a, b}) {
        JsonNode message = socket.await("new_message");
        assertThat(message.path("message_id").isIntegralNumber()).isTrue();
        assertThat(message.path("room_id").asLong()).isEqualTo(room);
        assertThat(message.path("user_id").asLong()).isEqualTo(ada.id());
        assertThat(message.path("username").asText()).isEqualTo(ada.username());
        assertThat(message.path("content").asText()).isEqualTo("hello");
        assertThat(message.path("created_at").asLong()).isBetween(1_700_000_000L, 4_000_000_000L);
      }
      a.assertNothingElse();

      b.send("leave_room", Map.of());
      assertThat(b.await("success").path("message").asText()).isEqualTo("Left room");
      assertThat(a.await("user_left").path("user_id").asLong()).isEqualTo(ben.id());
      b.join(room);
    }
  }

  @Test
  void joiningAnotherRoomLeavesTheFirst() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long first = ada.createRoom(Visitor.freshName("first"), "public");
    long second = ada.createRoom(Visitor.freshName("second"), "public");
    try (TestSocket a = connect(ada);
        TestSocket b = connect(ben)) {
      a.join(first);
      b.join(first);
      a.await("user_joined");

      b.join(second);
      assertThat(a.await("user_left").path("room_id").asLong()).isEqualTo(first);
      a.send("send_message", Map.of("content", "nobody hears this"));
      a.await("new_message");
      b.send("send_message", Map.of("content", "in the second"));
      assertThat(b.await("new_message").path("room_id").asLong()).isEqualTo(second);
      b.assertNothingElse();
    }
  }

  @Test
  void isToldInTheOriginalsWordsWhatItDidWrong() {
    Visitor ada = Visitor.signUp(system, "ada");
    try (TestSocket socket = TestSocket.openOriginal(socketAtOrigin())) {
      socket.send("join_room", Map.of("room_id", 1));
      assertThat(message(socket)).isEqualTo("Please authenticate first");
      socket.send("send_message", Map.of("content", "hello"));
      assertThat(message(socket)).isEqualTo("Please authenticate and join a room first");

      socket.authenticate(ada);
      socket.send("send_message", Map.of("content", "hello"));
      assertThat(message(socket)).isEqualTo("Please authenticate and join a room first");
      socket.sendWrong("join_room", Map.of("room_id", Long.MAX_VALUE));
      assertThat(message(socket)).startsWith("Failed to join room: ");

      socket.join(ada.createRoom(Visitor.freshName("room"), "public"));
      socket.sendWrong("send_message", Map.of("content", ""));
      assertThat(message(socket)).startsWith("Failed to send message: ");
      socket.assertNothingElse();
    }
  }

  @Test
  void aBadTokenEndsTheSocket() {
    try (TestSocket socket = TestSocket.openOriginal(socketAtOrigin())) {
      socket.send("auth", Map.of("token", "not a token"));
      assertThat(message(socket)).isEqualTo("Authentication failed");
      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
  }

  @Test
  void restAnswersWith200AndTheOriginalsFields() {
    Visitor ada = Visitor.signUp(system, "ada");
    Api nobody = Api.at(system.origin("/"));
    Api.Answer login =
        nobody.post(
            "/api/v1/users/login",
            Map.of("email", ada.username() + "@example.org", "password", ada.password()));
    assertThat(login.status()).isEqualTo(200);
    assertThat(login.body().at("/user/username").asText()).isEqualTo(ada.username());
    assertThat(login.body().path("expires_in").asLong()).isPositive();

    long room = ada.createRoom(Visitor.freshName("room"), "public");
    Visitor ben = Visitor.signUp(system, "ben");
    Api.Answer joined = ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.body().path("success").asBoolean()).isTrue();
    assertThat(joined.body().at("/room/id").asLong()).isEqualTo(room);
    assertThat(
            ben.api().get("/api/v1/users/" + ben.id() + "/rooms").body().at("/rooms/0/id").asLong())
        .isEqualTo(room);
    Api.Answer posted =
        ben.api().post("/api/v1/messages", Map.of("roomId", room, "content", "in camel case"));
    assertThat(posted.status()).isEqualTo(200);
    assertThat(posted.body().path("room_id").asLong()).isEqualTo(room);
    assertThat(ben.api().post("/api/v1/rooms/" + room + "/leave", Map.of()).status())
        .isEqualTo(200);
    Api.Answer other = ben.api().get("/api/v1/users/" + ada.id());
    assertThat(other.body().path("username").asText()).isEqualTo(ada.username());
    assertThat(other.body().has("email")).isFalse();
  }

  private URI socketAtOrigin() {
    return URI.create(system.origin("/ws").toString().replaceFirst("^http", "ws"));
  }

  private TestSocket connect(Visitor visitor) {
    TestSocket socket = TestSocket.openOriginal(socketAtOrigin());
    socket.authenticate(visitor);
    return socket;
  }

  private static String message(TestSocket socket) {
    return socket.await("error").path("message").asText();
  }
}
