package org.parley.system.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
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

/** What messages refer to, and how one is found. */
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
      assertRefers(ada.api().get(messages() + "/2").body());
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

  @Test
  void oneMessageIsForMembers() {
    ben.say(room, "for members");
    assertThat(ben.api().get(messages() + "/1").body().path("content").asText())
        .isEqualTo("for members");
    assertThat(ben.api().get(messages() + "/2").status()).isEqualTo(404);
    Visitor stranger = Visitor.signUp(system, "dan");
    assertThat(stranger.api().get(messages() + "/1").code()).isEqualTo("not_member");
    long secret = ben.createRoom(Visitor.freshName("secret"), "private");
    ben.say(secret, "for nobody else");
    assertThat(ada.api().get("/api/v1/rooms/" + secret + "/messages/1").code())
        .isEqualTo("not_found");
  }

  @Test
  void historyOpensAtATime() {
    for (int i = 1; i <= 7; i++) {
      ben.say(room, "m" + i);
    }
    String fifth = ben.api().get(messages() + "/5").body().path("created_at").asText();
    assertThat(seqsAt(fifth)).containsExactly(6L, 5L, 4L);
    String after = OffsetDateTime.parse(fifth).plus(Duration.ofNanos(1_000)).toString();
    assertThat(seqsAt(after)).containsExactly(7L, 6L, 5L);
    assertThat(seqsAt("2020-05-01T00:00:00Z")).containsExactly(2L, 1L);
    assertThat(seqsAt("2090-05-01T00:00:00%2B02:00")).containsExactly(7L, 6L, 5L);
    for (String wrong : List.of("yesterday", "2026-05-01", "7", "-99999-01-01T00:00:00Z")) {
      assertThat(ben.api().get(messages() + "?at=" + wrong).code()).isEqualTo("validation_failed");
    }
    assertThat(ben.api().get(messages() + "?around=1&at=" + fifth).status()).isEqualTo(400);
  }

  private List<Long> seqsAt(String time) {
    return ben
        .api()
        .get(messages() + "?limit=3&at=" + time)
        .body()
        .path("messages")
        .findValues("seq")
        .stream()
        .map(JsonNode::asLong)
        .toList();
  }

  private Api.Answer post(Map<String, ?> message) {
    return ben.api().post("/api/v1/messages", message);
  }

  private String messages() {
    return "/api/v1/rooms/" + room + "/messages";
  }
}
