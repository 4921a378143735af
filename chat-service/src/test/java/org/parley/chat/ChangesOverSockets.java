package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.SocketClient;

/** Edits, removals and reactions on {@code /ws}; run by {@link ChatServiceIT}. */
interface ChangesOverSockets {

  @Test
  default void everybodyInTheRoomSeesWhatChanged() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    long room = alice.createRoom("public");
    try (SocketClient phone = alice.socket();
        SocketClient laptop = bob.socket()) {
      phone.send("join_room", Map.of("room_id", room)).await("room_joined");
      laptop.send("join_room", Map.of("room_id", room)).await("room_joined");
      alice.post(room, "helo", null);
      JsonNode sent = laptop.await("new_message");
      assertThat(sent.has("edited_at_ms") || sent.has("reactions")).isFalse();

      phone.send("edit_message", Map.of("room_id", room, "seq", 1, "content", "hello"));
      assertAck(phone.await("change_ack"), room, 2);
      JsonNode edited = laptop.await("message_changed");
      assertThat(edited.path("content").asText()).isEqualTo("hello");
      assertThat(edited.path("change_seq").asLong()).isEqualTo(2);
      assertThat(edited.path("username").asText()).isEqualTo("alice");
      assertThat(edited.path("message_id")).isEqualTo(sent.path("message_id"));
      assertThat(edited.path("edited_at_ms").asLong())
          .isGreaterThanOrEqualTo(sent.path("created_at_ms").asLong());
      assertThat(phone.await("message_changed")).isEqualTo(edited);

      laptop.send("react", Map.of("room_id", room, "seq", 1, "emoji", "👍"));
      assertAck(laptop.await("change_ack"), room, 3);
      assertThat(phone.await("message_changed").at("/reactions/0/user_ids/0").asLong())
          .isEqualTo(bob.id());
      laptop.send("react", Map.of("room_id", room, "seq", 1, "emoji", "👍", "on", true));
      assertAck(laptop.await("change_ack"), room, 3);
      laptop.send("react", Map.of("room_id", room, "seq", 1, "emoji", "👍", "on", false));
      assertAck(laptop.await("change_ack"), room, 4);
      assertThat(phone.await("message_changed").has("reactions")).isFalse();

      phone.send("delete_message", Map.of("room_id", room, "seq", 1));
      assertAck(phone.await("change_ack"), room, 5);
      JsonNode removed = phone.await("message_changed");
      assertThat(removed.path("content").asText("?")).isEmpty();
      assertThat(removed.path("deleted_at_ms").asLong()).isPositive();
      JsonNode pong = phone.send("ping", Map.of()).await("pong");
      assertThat(pong.path("heads").path(Long.toString(room)).asLong()).isEqualTo(5);
    }
  }

  @Test
  default void saysWhichMessageARefusalIsAbout() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone stranger = ChatService.someone("stranger");
    long room = alice.createRoom("public");
    alice.post(room, "hello", null);
    try (SocketClient mine = alice.socket();
        SocketClient theirs = stranger.socket()) {
      theirs.send("edit_message", Map.of("room_id", room, "seq", 1, "content", "x"));
      JsonNode refused = theirs.await("error");
      assertThat(refused.path("message").asText())
          .isEqualTo("Failed to edit message: You are not a member of this room.");
      assertThat(refused.path("code").asText()).isEqualTo("not_member");
      assertThat(refused.path("room_id").asLong()).isEqualTo(room);
      assertThat(refused.path("seq").asLong()).isEqualTo(1);

      assertRefused(mine, "delete_message", Map.of("room_id", room, "seq", 2), "not_found");
      assertRefused(mine, "react", Map.of("room_id", room, "seq", 2, "emoji", "x"), "not_found");
      mine.send("delete_message", Map.of("room_id", room, "seq", 1)).await("change_ack");
      assertRefused(
          mine, "edit_message", Map.of("room_id", room, "seq", 1, "content", "x"), "conflict");
    }
  }

  @Test
  default void aSocketWithoutSubprotocolChangesItsCurrentRoomOnly() throws Exception {
    Someone alice = ChatService.someone("alice");
    long tea = alice.createRoom("public");
    long coffee = alice.createRoom("public");
    alice.post(tea, "in tea", null);
    alice.post(coffee, "in coffee", null);
    try (SocketClient socket = alice.originalSocket()) {
      Map<String, Object> inTea = Map.of("room_id", tea, "seq", 1, "content", "x");
      assertRefused(socket, "edit_message", inTea, "not_in_room");
      socket.send("join_room", Map.of("room_id", coffee)).await("room_joined");
      assertRefused(socket, "edit_message", inTea, "not_in_room");
      socket.send("edit_message", Map.of("room_id", coffee, "seq", 1, "content", "x"));
      assertAck(socket.await("change_ack"), coffee, 2);
    }
  }

  private static void assertAck(JsonNode ack, long room, long changeSeq) {
    assertThat(ack.path("room_id").asLong()).as("%s", ack).isEqualTo(room);
    assertThat(ack.path("seq").asLong()).isEqualTo(1);
    assertThat(ack.path("change_seq").asLong()).isEqualTo(changeSeq);
  }

  private static void assertRefused(
      SocketClient socket, String type, Map<String, ?> frame, String code) throws Exception {
    JsonNode error = socket.send(type, frame).await("error");
    assertThat(error.path("code").asText()).as("%s", error).isEqualTo(code);
    assertThat(error.path("message").asText()).startsWith("Failed to ");
    assertThat(error.path("seq").asLong()).isEqualTo(((Number) frame.get("seq")).longValue());
  }
}
