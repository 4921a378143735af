package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.ServiceDatabase;
import org.parley.chat.support.SocketClient;

/** What happens on {@code /ws}; run by {@link ChatServiceIT}. */
interface OverSockets {

  @Test
  default void carriesMessagesBetweenSocketsWithoutRedis() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    long room = alice.createRoom("public");
    try (SocketClient phone = alice.socket();
        SocketClient laptop = bob.socket()) {
      assertThat(phone.subprotocol()).isEqualTo("parley.v1");
      JsonNode joined = phone.send("join_room", Map.of("room_id", room)).await("room_joined");
      assertThat(joined.path("head").asLong(-1)).isZero();
      laptop.send("join_room", Map.of("room_id", room)).await("room_joined");

      UUID id = UUID.randomUUID();
      Map<String, Object> send =
          Map.of("room_id", room, "content", "hello 😀", "client_msg_id", id);
      JsonNode ack = phone.send("send_message", send).await("message_ack");
      assertThat(ack.path("client_msg_id").asText()).isEqualTo(id.toString());
      assertThat(ack.path("seq").asLong()).isEqualTo(1);
      JsonNode message = laptop.await("new_message");
      assertThat(message.path("content").asText()).isEqualTo("hello 😀");
      assertThat(message.path("username").asText()).isEqualTo("alice");
      assertThat(phone.await("new_message")).as("the author sees it too").isEqualTo(message);

      assertThat(phone.send("send_message", send).await("message_ack"))
          .as("a repeat")
          .isEqualTo(ack);
      bob.post(room, "over REST", null);
      assertThat(phone.await("new_message").path("content").asText()).isEqualTo("over REST");
      JsonNode pong = phone.send("ping", Map.of()).await("pong");
      assertThat(pong.path("heads").path(Long.toString(room)).asLong()).isEqualTo(2);
      laptop.send("leave_room", Map.of("room_id", room)).await("success");
      phone.send("ping", Map.of()).await("pong");
      assertThat(phone.others()).as("without Redis nobody is said to come or go").isEmpty();
    }
  }

  @Test
  default void servesClientsOfTheOriginalInOneRoomAtATime() throws Exception {
    Someone alice = ChatService.someone("alice");
    long tea = alice.createRoom("public");
    long coffee = alice.createRoom("public");
    try (SocketClient socket = alice.originalSocket()) {
      assertThat(
              socket
                  .send("send_message", Map.of("content", "?"))
                  .await("error")
                  .path("message")
                  .asText())
          .isEqualTo("Please authenticate and join a room first");
      socket.send("join_room", Map.of("room_id", tea)).await("room_joined");
      socket.send("join_room", Map.of("room_id", coffee)).await("room_joined");
      JsonNode message =
          socket.send("send_message", Map.of("content", "hello")).await("new_message");
      assertThat(message.path("room_id").asLong()).isEqualTo(coffee);
      alice.post(tea, "not for this socket", null);
      assertThat(socket.send("leave_room", Map.of()).await("success").path("message").asText())
          .isEqualTo("Left room");
      assertThat(socket.others()).as("no ack, nothing of the first room").isEmpty();
    }
  }

  @Test
  default void endsSocketsThatCannotSayWhoIsThere() throws Exception {
    try (SocketClient socket = SocketClient.open(ChatService.port())) {
      assertThat(
              socket
                  .send("join_room", Map.of("room_id", 1))
                  .await("error")
                  .path("message")
                  .asText())
          .isEqualTo("Please authenticate first");
      assertThat(
              socket.send("auth", Map.of("token", "a.b.c")).await("error").path("message").asText())
          .isEqualTo("Authentication failed");
      assertThat(socket.awaitClose()).isEqualTo(4401);
    }
    assertThatThrownBy(
            () -> SocketClient.openFrom("https://evil.example", ChatService.port()).close())
        .hasMessageContaining("WebSocketHandshakeException");
    SocketClient.openFrom("http://localhost:8080", ChatService.port()).close();
  }

  @Test
  default void keepsSocketsOpenWhileTheDatabaseIsAway() throws Exception {
    Someone alice = ChatService.someone("alice");
    long id = alice.createRoom("public");
    Map<String, Object> room = Map.of("room_id", id);
    Map<String, Object> send =
        Map.of("room_id", id, "content", "patient", "client_msg_id", UUID.randomUUID());
    try (SocketClient socket = alice.socket()) {
      try (ServiceDatabase.Outage outage = new ServiceDatabase.Outage()) {
        assertUnavailable(outage, socket.send("send_message", send).await("error"));
        assertUnavailable(outage, socket.send("join_room", room).await("error"));
        assertThat(alice.api().get("/api/v1/rooms").status()).isEqualTo(503);
        assertThat(ChatService.nobody().get("/health/ready").status()).isEqualTo(200);
      }
      assertThat(socket.send("join_room", room).await("room_joined").path("room_id").asLong())
          .isEqualTo(id);
      assertThat(socket.send("send_message", send).await("message_ack").path("seq").asLong())
          .isEqualTo(1);
    }
  }

  private static void assertUnavailable(ServiceDatabase.Outage during, JsonNode error) {
    assertThat(error.path("code").asText()).as("%s: %s", during, error).isEqualTo("unavailable");
    assertThat(error.path("retry_after_ms").asLong()).isPositive();
  }
}
