package org.parley.system.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** What messages refer to. */
@WithRunningSystem
class RepliesIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  RepliesIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
    ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
  }

  @Test
  void everybodySeesWhatAMessageRefersTo() {
    ada.say(room, "Is anybody out there?");
    String content = "@" + ada.username().toUpperCase(Locale.ROOT) + ", @room: aye.";
    try (TestSocket a = TestSocket.open(system.socket(0));
        TestSocket b = TestSocket.open(system.socket(1))) {
      a.authenticate(ada);
      b.authenticate(ben);
      a.join(room);
      b.join(room);
      a.await("user_joined");
      Map<String, Object> reply =
          Map.of(
              "room_id",
              room,
              "client_msg_id",
              UUID.randomUUID(),
              "content",
              content,
              "reply_to",
              1);
      b.send("send_message", reply);
      JsonNode ack = b.awaitAmongOthers("message_ack");
      JsonNode seen = a.await("new_message");
      assertRefers(seen);
      assertRefers(ada.history(room).path("messages").path(0));
      b.send("send_message", reply);
      assertThat(b.awaitAmongOthers("message_ack")).isEqualTo(ack);

      ben.api().patch(messages() + "/2", Map.of("content", "Aye."));
      JsonNode changed = a.await("message_changed");
      assertThat(changed.path("reply_to").asLong()).isEqualTo(1);
      assertThat(changed.has("mentions")).isFalse();
      assertThat(changed.has("mentions_room")).isFalse();
    }
  }

  private void assertRefers(JsonNode message) {
    assertThat(message.path("reply_to").asLong()).isEqualTo(1);
    assertThat(message.path("mentions").toString()).isEqualTo("[" + ada.id() + "]");
    assertThat(message.path("mentions_room").asBoolean()).isTrue();
  }

  @Test
  void aReplyIsToWhatIsThere() {
    long other = ben.createRoom(Visitor.freshName("other"), "public");
    ben.say(other, "elsewhere");
    Api.Answer refused = post(Map.of("room_id", room, "content", "to nothing", "reply_to", 1));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/field").asText()).isEqualTo("reply_to");
    ben.say(room, "gone in a moment");
    ben.api().delete(messages() + "/1");
    assertThat(post(Map.of("roomId", room, "content", "to it", "replyTo", 1)).status())
        .isEqualTo(200);
  }

  private Api.Answer post(Map<String, ?> message) {
    return ben.api().post("/api/v1/messages", message);
  }

  private String messages() {
    return "/api/v1/rooms/" + room + "/messages";
  }
}
