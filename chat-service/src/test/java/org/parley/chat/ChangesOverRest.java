package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.Api;
import org.parley.chat.support.Api.Answer;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.ServiceDatabase;

/**
 * Edits, removals, reactions and the removal of members over REST; run by {@link ChatServiceIT}.
 */
interface ChangesOverRest {

  String THUMBS_UP = "%F0%9F%91%8D";

  @Test
  default void changesAMessageAndShowsItInHistory() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    long room = alice.createRoom("public");
    bob.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    UUID id = UUID.randomUUID();
    Answer sent = alice.post(room, "helo", id);
    String message = message(room, 1);

    Answer edited = alice.api().patch(message, Map.of("content", "hello"));
    assertThat(edited.status()).as(edited.text()).isEqualTo(200);
    assertThat(edited.body().path("content").asText()).isEqualTo("hello");
    assertThat(edited.body().path("message_id")).isEqualTo(sent.body().path("message_id"));
    assertThat(edited.number("sent_change")).isEqualTo(1);
    assertThat(edited.number("change_seq")).isEqualTo(2);
    assertThat(edited.body().path("edited_at").asText()).isNotEmpty();

    Answer reacted = bob.api().put(message + "/reactions/" + THUMBS_UP);
    assertThat(reacted.status()).as(reacted.text()).isEqualTo(200);
    assertThat(reacted.body().path("reactions").toString())
        .isEqualTo("[{\"emoji\":\"👍\",\"count\":1,\"user_ids\":[%d]}]".formatted(bob.id()));
    assertThat(reacted.body().path("username").asText())
        .as("user-service is away")
        .isEqualTo("user-" + alice.id());
    assertThat(bob.api().put(message + "/reactions/" + THUMBS_UP).body())
        .as("again")
        .isEqualTo(reacted.body());
    assertThat(history(bob, room)).isEqualTo(reacted.body());
    Answer back = bob.api().delete(message + "/reactions/" + THUMBS_UP);
    assertThat(back.number("change_seq")).isEqualTo(4);
    assertThat(back.body().has("reactions")).isFalse();

    Answer removed = alice.api().delete(message);
    assertThat(removed.status()).as(removed.text()).isEqualTo(200);
    assertThat(removed.body().path("content").asText("?")).isEmpty();
    assertThat(removed.body().path("deleted_at").asText()).isNotEmpty();
    assertThat(history(bob, room).path("deleted_at")).isEqualTo(removed.body().path("deleted_at"));
    assertThat(alice.post(room, "helo", id).number("change_seq")).as("a repeat").isEqualTo(1);
    assertThat(alice.post(room, "next", null).number("change_seq")).isEqualTo(6);
  }

  @Test
  default void saysWhyAMessageIsNotChanged() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    Someone stranger = ChatService.someone("stranger");
    long room = alice.createRoom("public");
    bob.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    bob.post(room, "bob's", null);
    String message = message(room, 1);

    Api outside = stranger.api();
    assertProblem(outside.patch(message, Map.of("content", "x")), 403, "not_member");
    assertProblem(outside.delete(message), 403, "not_member");
    assertProblem(outside.put(message + "/reactions/" + THUMBS_UP), 403, "not_member");
    assertProblem(outside.delete(message + "/reactions/" + THUMBS_UP), 403, "not_member");
    assertProblem(alice.api().patch(message, Map.of("content", "x")), 403, "forbidden");
    assertProblem(bob.api().patch(message, Map.of("content", " ")), 400, "validation_failed");
    assertProblem(bob.api().patch(message, Map.of()), 400, "validation_failed");
    assertProblem(bob.api().put(message + "/reactions/a%20b"), 400, "validation_failed");
    assertProblem(bob.api().delete(message(room, 2)), 404, "not_found");
    assertProblem(bob.api().delete(message(room, 2) + "/reactions/x"), 404, "not_found");
    assertThat(alice.api().delete(message).status()).as("by the room's owner").isEqualTo(200);
    assertProblem(bob.api().patch(message, Map.of("content", "x")), 409, "conflict");
    assertProblem(bob.api().put(message + "/reactions/x"), 409, "conflict");
    assertThat(bob.api().delete(message).status()).as("again").isEqualTo(200);
    assertThat(ChatService.nobody().delete(message).status()).isEqualTo(401);
  }

  @Test
  default void anOwnerRemovesMembers() throws Exception {
    Someone owner = ChatService.someone("owner");
    Someone bob = ChatService.someone("bob");
    Someone carol = ChatService.someone("carol");
    Someone stranger = ChatService.someone("stranger");
    long room = owner.createRoom("public");
    String members = "/api/v1/rooms/" + room + "/members/";
    bob.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    carol.api().post("/api/v1/rooms/" + room + "/join", Map.of());

    assertProblem(stranger.api().delete(members + bob.id()), 403, "not_member");
    assertProblem(carol.api().delete(members + bob.id()), 403, "forbidden");
    assertProblem(carol.api().delete(members + carol.id()), 403, "forbidden");
    assertProblem(owner.api().delete(members + owner.id()), 409, "conflict");
    assertProblem(owner.api().delete(members + stranger.id()), 404, "not_found");
    assertProblem(
        owner.api().delete("/api/v1/rooms/999999999/members/" + bob.id()), 404, "not_found");
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(2);

    Answer kicked = owner.api().delete(members + bob.id());
    assertThat(kicked.status()).as(kicked.text()).isEqualTo(200);
    assertThat(kicked.body().path("success").asBoolean()).isTrue();
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(3);
    assertProblem(bob.post(room, "still here?", null), 403, "not_member");
    assertProblem(owner.api().delete(members + bob.id()), 404, "not_found");
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(3);
  }

  @Test
  default void aPrivateRoomShowsItsMembersToNobodyElse() throws Exception {
    Someone owner = ChatService.someone("owner");
    long room = owner.createRoom("private");
    assertProblem(
        ChatService.someone("mallory").api().delete("/api/v1/rooms/" + room + "/members/1"),
        404,
        "not_found");
  }

  private static String message(long room, long seq) {
    return "/api/v1/rooms/" + room + "/messages/" + seq;
  }

  private static JsonNode history(Someone reader, long room) throws Exception {
    return reader.api().get("/api/v1/rooms/" + room + "/messages").body().at("/messages/0");
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }
}
