package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.Api.Answer;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.ServiceDatabase;

/** Rooms, members, messages and history over REST; run by {@link ChatServiceIT}. */
interface OverRest {

  @Test
  default void postsOverRestAndTellsHistory() throws Exception {
    Someone alice = ChatService.someone("alice");
    long room = alice.createRoom("public");
    UUID id = UUID.randomUUID();
    Answer first = alice.post(room, "Grüße 😀", id);
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(alice.post(room, "Grüße 😀", id).body()).as("a repeat").isEqualTo(first.body());
    assertThat(alice.post(room, "something else", id).status()).isEqualTo(409);
    assertThat(alice.post(room, " ", null).status()).isEqualTo(400);
    assertThat(alice.post(room, "second", null).number("seq")).isEqualTo(2);

    Answer page = alice.api().get("/api/v1/rooms/" + room + "/messages?limit=1");
    assertThat(page.body().path("messages")).hasSize(1);
    assertThat(page.body().at("/messages/0/content").asText()).isEqualTo("second");
    assertThat(page.body().path("has_more").asBoolean()).isTrue();
    assertThat(page.number("through")).isEqualTo(2);
    Answer older = alice.api().get("/api/v1/rooms/" + room + "/messages?before=2");
    assertThat(older.body().at("/messages/0/content").asText()).isEqualTo("Grüße 😀");
    assertThat(older.body().at("/messages/0/username").asText())
        .as("user-service is away")
        .isEqualTo("user-" + alice.id());
    assertThat(older.body().path("has_more").asBoolean()).isFalse();
    assertThat(alice.api().get("/api/v1/rooms/" + room).number("last_seq")).isEqualTo(2);
  }

  /** Whether there is somebody only user-service knows. */
  @Test
  default void opensNoNewDirectRoomWithoutUserService() throws Exception {
    Someone alice = ChatService.someone("alice");
    Answer refused =
        alice.api().post("/api/v1/rooms", Map.of("type", "direct", "user_id", alice.id() + 1));
    assertThat(refused.status()).as(refused.text()).isEqualTo(503);
    assertThat(refused.body().path("code").asText()).isEqualTo("unavailable");
    assertThat(alice.api().get("/api/v1/users/me/rooms").body().path("rooms")).isEmpty();
  }

  @Test
  default void changesWhatARoomIsCalledForItsOwner() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    String room = "/api/v1/rooms/" + alice.createRoom("public");
    Map<String, Object> topic = Map.of("topic", " green tea ");
    assertThat(bob.api().patch(room, topic).body().path("code").asText()).isEqualTo("not_member");
    bob.api().post(room + "/join", Map.of());
    assertThat(bob.api().patch(room, topic).body().path("code").asText()).isEqualTo("forbidden");
    Answer changed = alice.api().patch(room, topic);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.body().path("topic").asText()).isEqualTo("green tea");
    assertThat(changed.body().path("name").asText()).as("as it was").isEqualTo("Tea");
    assertThat(bob.api().get(room).body().path("topic").asText()).isEqualTo("green tea");
    assertThat(alice.api().patch(room, Map.of("topic", "")).body().path("topic").asText())
        .isEmpty();
  }

  @Test
  default void mutesForMembersWhoeverHoldsTheRoom() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    long id = alice.createRoom("public");
    String room = "/api/v1/rooms/" + id;
    Map<String, Object> muted = Map.of("muted", true);
    assertThat(bob.api().put(room + "/mute", muted).body().path("code").asText())
        .isEqualTo("not_member");
    String secret = "/api/v1/rooms/" + alice.createRoom("private");
    assertThat(bob.api().put(secret + "/mute", muted).body().path("code").asText())
        .isEqualTo("not_found");
    bob.api().post(room + "/join", Map.of());
    try (ServiceDatabase.HeldRoom held = new ServiceDatabase.HeldRoom(id)) {
      Answer answer = bob.api().put(room + "/mute", muted);
      assertThat(answer.status()).as("%s: %s", held, answer.text()).isEqualTo(200);
      assertThat(answer.body().path("muted").asBoolean()).isTrue();
    }
    assertThat(alice.api().get(room).body().path("muted").asBoolean(true)).isFalse();
    assertThat(
            bob.api()
                .put(room + "/mute", Map.of("muted", false))
                .body()
                .path("muted")
                .asBoolean(true))
        .isFalse();
  }

  @Test
  default void refusesThoseOutsideEveryTime() throws Exception {
    Someone stranger = ChatService.someone("stranger");
    long room = ChatService.someone("alice").createRoom("public");
    for (int i = 0; i < 50; i++) {
      Answer refused = stranger.post(room, "hello " + i, null);
      assertThat(refused.status()).as(refused.text()).isEqualTo(403);
      assertThat(refused.body().path("code").asText()).isEqualTo("not_member");
    }
  }

  @Test
  default void hidesPrivateRoomsFromThoseOutside() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone mallory = ChatService.someone("mallory");
    long room = alice.createRoom("private");
    String path = "/api/v1/rooms/" + room;
    assertThat(alice.api().get(path).body().path("role").asText()).isEqualTo("owner");
    for (String part : List.of("", "/messages", "/members")) {
      Answer answer = mallory.api().get(path + part);
      assertThat(answer.status()).as(part).isEqualTo(404);
      assertThat(answer.body().path("detail"))
          .as("as for a room that never was")
          .isEqualTo(mallory.api().get("/api/v1/rooms/999999999" + part).body().path("detail"));
    }
    assertThat(mallory.api().post(path + "/join", Map.of()).status()).isEqualTo(404);
    assertThat(mallory.api().get("/api/v1/rooms").text()).doesNotContain("\"id\":" + room + ",");
    assertThat(mallory.api().get("/api/v1/users/" + alice.id() + "/rooms").status()).isEqualTo(403);
  }

  @Test
  default void countsEveryChangeOfTheMembersOnce() throws Exception {
    long room = ChatService.someone("owner").createRoom("public");
    assertThat(ServiceDatabase.membersVersion(room)).isZero();
    List<Someone> people = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      people.add(ChatService.someone("guest-" + i));
    }
    String path = "/api/v1/rooms/" + room;
    assertThat(ChatService.postAllAtOnce(people, path + "/join")).containsOnly(200);
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(8);
    assertThat(ChatService.postAllAtOnce(people, path + "/join")).as("again").containsOnly(200);
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(8);

    List<Someone> twice = new ArrayList<>(people);
    twice.addAll(people);
    assertThat(ChatService.postAllAtOnce(twice, path + "/leave")).containsOnly(200);
    assertThat(ServiceDatabase.membersVersion(room)).isEqualTo(16);
    assertThat(people.getFirst().api().get(path).number("member_count")).isEqualTo(1);
  }

  /** The statements by hand give up sooner than everything else; see database.xml. */
  @Test
  default void refusesInTimeWhatWaitsForARoomThatIsHeld() throws Exception {
    Someone alice = ChatService.someone("alice");
    Someone bob = ChatService.someone("bob");
    long room = alice.createRoom("public");
    alice.post(room, "first", null);
    try (ServiceDatabase.HeldRoom held = new ServiceDatabase.HeldRoom(room)) {
      Answer busy = alice.post(room, "second", null);
      assertThat(busy.status()).as("%s: %s", held, busy.text()).isEqualTo(429);
      assertThat(alice.api().delete("/api/v1/rooms/" + room + "/messages/1").status())
          .isEqualTo(429);
      Answer stuck = bob.api().post("/api/v1/rooms/" + room + "/join", Map.of());
      assertThat(stuck.status()).as(stuck.text()).isEqualTo(503);
      assertThat(stuck.body().path("code").asText()).isEqualTo("unavailable");
    }
    assertThat(bob.api().post("/api/v1/rooms/" + room + "/join", Map.of()).status()).isEqualTo(200);
  }
}
