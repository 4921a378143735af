package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Who may not. */
@WithRunningSystem
class RefusalsIT {

  private final RunningSystem system;

  RefusalsIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void nothingIsToldWithoutAToken() {
    Api nobody = Api.at(system.origin("/"));
    for (String path :
        new String[] {
          "/api/v1/rooms",
          "/api/v1/rooms/1",
          "/api/v1/rooms/1/messages",
          "/api/v1/rooms/1/members",
          "/api/v1/users/me/rooms",
          "/api/v1/users/me",
          "/api/v1/users/1"
        }) {
      Api.Answer answer = nobody.get(path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.code()).as(path).isEqualTo("unauthorized");
      assertThat(nobody.as("not a token").get(path).status()).as(path).isEqualTo(401);
    }
    assertThat(nobody.post("/api/v1/rooms", Map.of("name", "x")).status()).isEqualTo(401);
    assertThat(nobody.post("/api/v1/messages", Map.of("room_id", 1, "content", "x")).status())
        .isEqualTo(401);
  }

  @Test
  void aPrivateRoomDoesNotExistForOthers() {
    Visitor owner = Visitor.signUp(system, "owner");
    Visitor other = Visitor.signUp(system, "other");
    String name = Visitor.freshName("secret");
    long room = owner.createRoom(name, "private");

    for (String path : new String[] {"", "/messages", "/members"}) {
      assertThat(other.api().get("/api/v1/rooms/" + room + path).status()).as(path).isEqualTo(404);
    }
    assertThat(other.api().post("/api/v1/rooms/" + room + "/join", Map.of()).status())
        .isEqualTo(404);
    assertThat(other.api().get("/api/v1/rooms?query=" + name).body().path("rooms")).isEmpty();
    assertThat(owner.api().get("/api/v1/rooms?query=" + name).body().path("rooms")).hasSize(1);
    Api.Answer post =
        other.api().post("/api/v1/messages", Map.of("room_id", room, "content", "let me in"));
    assertThat(post.status()).isEqualTo(403);
    assertThat(post.code()).isEqualTo("not_member");
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      socket.authenticate(other);
      socket.send("join_room", Map.of("room_id", room));
      assertThat(socket.await("error").path("code").asText()).isEqualTo("not_found");
      socket.send(
          "send_message",
          Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "let me in"));
      assertThat(socket.await("error").path("code").asText()).isEqualTo("not_member");
    }
    assertThat(owner.history(room).path("messages")).isEmpty();
  }

  @Test
  void anotherPersonsRoomsAreTheirs() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    assertThat(ada.api().get("/api/v1/users/" + ben.id() + "/rooms").status()).isEqualTo(403);
  }

  @Test
  void anotherSitesPageOpensNoSocket() {
    for (int instance = 0; instance < 2; instance++) {
      var address = system.socket(instance);
      assertThatThrownBy(
              () ->
                  TestSocket.open(
                      address, builder -> builder.header("Origin", "https://evil.example")))
          .hasStackTraceContaining("response status code 403");
    }
    try (TestSocket own =
        TestSocket.open(
            system.socket(0), builder -> builder.header("Origin", system.origin("").toString()))) {
      own.assertNothingElse();
    }
  }

  @Test
  void framesThatMakeNoSenseAreRefusedAndTheSocketGoesOn() {
    Visitor ada = Visitor.signUp(system, "ada");
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      socket.authenticate(ada);
      for (String frame :
          new String[] {"{", "[]", "null", "\"x\"", "{\"room_id\":1}", "{\"type\":7}"}) {
        socket.sendText(frame);
        assertThat(socket.await("error").path("code").asText())
            .as(frame)
            .isIn("malformed_request", "unknown_type");
      }
      socket.sendText("{\"type\":\"teleport\"}");
      assertThat(socket.await("error").path("code").asText()).isEqualTo("unknown_type");
      socket.send("send_message", Map.of("content", "no room"));
      assertThat(socket.await("error").path("code").asText()).isEqualTo("validation_failed");
      socket.assertNothingElse();
    }
  }

  @Test
  void badQueriesSayWhatIsWrong() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    for (String query :
        new String[] {"limit=0", "limit=101", "limit=x", "before=-1", "before=1&after=1"}) {
      Api.Answer answer = ada.api().get("/api/v1/rooms/" + room + "/messages?" + query);
      assertThat(answer.status()).as(query).isEqualTo(400);
      assertThat(answer.code()).as(query).isEqualTo("validation_failed");
    }
    assertThat(ada.api().get("/api/v1/rooms?query=%00").status()).isEqualTo(400);
    Api.Answer nameless = ada.api().post("/api/v1/rooms", Map.of("name", " ", "type", "secret"));
    assertThat(nameless.body().path("errors")).hasSize(2);
  }
}
