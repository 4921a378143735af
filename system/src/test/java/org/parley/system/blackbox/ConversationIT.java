package org.parley.system.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.system.blackbox.Clients.Member;
import org.parley.system.support.Visitor;

@BlackBoxTest
class ConversationIT {

  @Test
  void peopleSignUpMeetInARoomAndReadWhatWasSaid() {
    Member ada = Clients.signUp("ada");
    Member ben = Clients.signUp("ben");
    String name = Visitor.freshName("harbour");
    JsonNode room = ada.api().createRoom(Map.of("name", name));
    long id = room.path("id").asLong();
    assertThat(room.path("type").asText()).isEqualTo("public");

    JsonNode joined = ben.api().join(id);
    assertThat(joined.path("success").asBoolean()).isTrue();
    assertThat(joined.at("/room/name").asText()).isEqualTo(name);

    JsonNode question = ben.api().post(Map.of("room_id", id, "content", "Anybody there?"));
    JsonNode answer = ada.api().post(Map.of("room_id", id, "content", "Aye. ⚓"));
    assertThat(question.path("seq").asLong()).isEqualTo(1);
    assertThat(answer.path("seq").asLong()).isEqualTo(2);

    for (Member reader : new Member[] {ada, ben}) {
      JsonNode history = reader.api().history(id);
      assertThat(history.path("has_more").asBoolean()).isFalse();
      JsonNode messages = history.path("messages");
      assertThat(messages).hasSize(2);
      assertThat(messages.at("/0/content").asText()).isEqualTo("Aye. ⚓");
      assertThat(messages.at("/0/username").asText()).isEqualTo(ada.username());
      assertThat(messages.at("/1/content").asText()).isEqualTo("Anybody there?");
      assertThat(messages.at("/1/user_id").asLong()).isEqualTo(ben.id());
    }
  }

  @Test
  void aMessageSentAgainUnderItsIdIsStoredOnce() {
    Member ada = Clients.signUp("ada");
    long room = ada.api().createRoom(Map.of("name", "Once")).path("id").asLong();
    Map<String, Object> message =
        Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "once");

    JsonNode first = ada.api().post(message);
    JsonNode again = ada.api().post(message);

    assertThat(first.path("message_id").isIntegralNumber()).isTrue();
    assertThat(again.path("message_id")).isEqualTo(first.path("message_id"));
    assertThat(ada.api().history(room).path("messages")).hasSize(1);
  }

  @Test
  void whoComesBackIsWhoTheyWere() {
    Member ada = Clients.signUp("ada");

    JsonNode login =
        Clients.stranger().login(Map.of("username", ada.username(), "password", ada.password()));

    JsonNode me = Clients.bearing(login.path("token").asText()).me();
    assertThat(me.path("id").asLong()).isEqualTo(ada.id());
    assertThat(me.path("username").asText()).isEqualTo(ada.username());
  }
}
