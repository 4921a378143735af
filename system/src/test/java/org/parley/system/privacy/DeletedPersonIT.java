package org.parley.system.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.system.support.AdminRights;
import org.parley.system.support.Api;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Ada owns a room, Ben is in it; both have sockets on both instances, and Ada goes. */
@WithRunningSystem
class DeletedPersonIT {

  private static final String GONE = "deleted user";

  private final RunningSystem system;

  DeletedPersonIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void whoDeletesTheirAccountIsGoneEverywhereAndTheirWordsStay() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
    ada.say(room, "Remember me.");
    JsonNode before = membersOf(room, ben);
    assertThat(before.findValuesAsText("username")).contains(ada.username());

    try (TestSocket here = joined(0, ada, room);
        TestSocket there = joined(1, ada, room);
        TestSocket bens = joined(1, ben, room)) {
      assertThat(delete(ada).status()).isEqualTo(200);
      assertThat(here.awaitClose()).isEqualTo(4501);
      assertThat(there.awaitClose()).isEqualTo(4501);
      Patience.await(
          "ada is no member any more",
          () ->
              !membersOf(room, ben).findValuesAsText("user_id").contains(Long.toString(ada.id())));
      bens.send("send_message", Map.of("room_id", room, "content", "She left."));
      assertThat(bens.awaitAmongOthers("new_message").path("content").asText())
          .isEqualTo("She left.");
    }

    JsonNode bensPlace = membersOf(room, ben).get(0);
    assertThat(bensPlace.path("user_id").asLong()).isEqualTo(ben.id());
    assertThat(bensPlace.path("role").asText()).as("somebody has to own it").isEqualTo("owner");
    for (int instance = 0; instance < 2; instance++) {
      Api instanceOfBen = Api.at(system.chat(instance, "/")).as(ben.token());
      Patience.await(
          "instance " + instance + " has heard of it",
          () -> herMessage(instanceOfBen, room).path("username").asText().equals(GONE));
      assertThat(herMessage(instanceOfBen, room).path("content").asText())
          .isEqualTo("Remember me.");
    }
    assertThat(ben.api().get("/api/v1/users/" + ada.id()).body().path("username").asText())
        .isEqualTo(GONE);
    assertThat(logIn(ada).code()).isEqualTo("invalid_credentials");
  }

  @Test
  void whoJoinsAgainWithATokenOfBeforeIsTakenOutAgain() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ben.createRoom(Visitor.freshName("room"), "public");
    assertThat(delete(ada).status()).isEqualTo(200);
    Patience.await(
        "chat knows",
        () -> {
          // Until the instance knows that her session has ended.
          ada.api().post("/api/v1/rooms/" + room + "/join", Map.of());
          return membersOf(room, ben).size() == 1;
        });
  }

  @Test
  void copiesHoldWhatTheSystemKeeps() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "private");
    ada.say(room, "Mine.");

    Api.Answer account = ada.api().get("/api/v1/users/me/export");
    assertThat(account.body().at("/account/username").asText()).isEqualTo(ada.username());
    assertThat(account.body().at("/audit/0/event").asText()).isEqualTo("registered");
    assertThat(account.body().at("/audit/0/address").asText())
        .as("as the edge says")
        .isEqualTo("127.0.0.1");
    Api.Answer messages = ada.api().get("/api/v1/messages/export");
    assertThat(messages.body().at("/rooms/0/room/role").asText()).isEqualTo("owner");
    assertThat(messages.body().at("/rooms/0/messages/0/content").asText()).isEqualTo("Mine.");
  }

  @Test
  void socketsOfWhoIsDeactivatedEnd() {
    Visitor admin = AdminRights.give(system, Visitor.signUp(system, "root"));
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket socket = joined(0, ada, room)) {
      String path = "/api/v1/admin/users/" + ada.id();
      assertThat(admin.api().post(path + "/deactivate", Map.of()).status()).isEqualTo(200);
      assertThat(socket.awaitClose()).isEqualTo(4501);
      assertThat(logIn(ada).code()).isEqualTo("account_deactivated");
      assertThat(admin.api().post(path + "/activate", Map.of()).status()).isEqualTo(200);
      assertThat(logIn(ada).status()).isEqualTo(200);
    }
  }

  private Api.Answer logIn(Visitor who) {
    return Api.at(system.origin("/"))
        .post(
            "/api/v1/users/login", Map.of("username", who.username(), "password", who.password()));
  }

  private static Api.Answer delete(Visitor who) {
    String json = "{\"password\":\"" + who.password() + "\"}";
    return Api.exchange(
        who.api()
            .request("/api/v1/users/me")
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(json))
            .build(),
        json);
  }

  private static JsonNode herMessage(Api reader, long room) {
    return reader.get("/api/v1/rooms/" + room + "/messages").body().at("/messages/1");
  }

  private static JsonNode membersOf(long room, Visitor reader) {
    return reader.api().get("/api/v1/rooms/" + room + "/members").body().path("members");
  }

  private TestSocket joined(int instance, Visitor visitor, long room) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    socket.join(room);
    return socket;
  }
}
