package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** What goes on around rooms, with ada and ben on an instance each. */
@WithRunningSystem
class RoomsAndPeopleIT {

  private static final String ROOMS = "/api/v1/rooms";

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;

  RoomsAndPeopleIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeople() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
  }

  @Test
  void whoWritesIsShownToOthersNowAndThen() {
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket a = connect(0, ada);
        TestSocket b = connect(1, ben);
        TestSocket original = TestSocket.openOriginal(system.socket(1))) {
      a.join(room);
      b.join(room);
      original.authenticate(Visitor.signUp(system, "cleo"));
      original.join(room);
      a.send("typing", Map.of("room_id", room)).send("typing", Map.of("room_id", room));

      JsonNode typing = b.awaitAmongOthers("typing");
      assertThat(typing.path("user_id").asLong()).isEqualTo(ada.id());
      assertThat(typing.path("username").asText()).isEqualTo(ada.username());
      assertThat(typing.path("room_id").asLong()).isEqualTo(room);
      ada.say(room, "written");
      original.await("new_message"); // and no typing before it
      b.await("new_message"); // nor a second one
      a.awaitAmongOthers("new_message");
      a.assertNothingElse();
    }
  }

  @Test
  void directRoomAppearsAtThePeerAndIsOneHoweverManyAsk() {
    try (TestSocket b = connect(1, ben)) {
      List<CompletableFuture<Api.Answer>> asking =
          IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(() -> ask(i))).toList();
      List<JsonNode> answers =
          asking.stream().map(CompletableFuture::join).map(RoomsAndPeopleIT::ok).toList();
      long room = answers.getFirst().path("id").asLong();
      assertThat(answers).allMatch(answer -> answer.path("id").asLong() == room);

      assertThat(b.await("room_added").path("room_id").asLong()).isEqualTo(room);
      JsonNode joined = b.join(room);
      assertThat(joined.at("/room/peer/username").asText()).isEqualTo(ada.username());
      assertThat(joined.at("/room/type").asText()).isEqualTo("direct");
      ada.say(room, "only you");
      assertThat(b.await("new_message").path("content").asText()).isEqualTo("only you");
      b.assertNothingElse();

      JsonNode mine = ok(ben.api().get("/api/v1/users/me/rooms"));
      assertThat(mine.at("/rooms/0/peer/id").asLong()).isEqualTo(ada.id());
      assertThat(ok(ben.api().get(ROOMS + "?limit=100")).path("rooms"))
          .noneMatch(one -> one.path("type").asText().equals("direct"));
    }
  }

  /** Half of them as ada, half as ben. */
  private Api.Answer ask(int i) {
    Visitor one = i % 2 == 0 ? ada : ben;
    Visitor other = i % 2 == 0 ? ben : ada;
    Api api = Api.at(system.chat(i / 2 % 2, "/")).as(one.token());
    return api.post(ROOMS, Map.of("type", "direct", "user_id", other.id()));
  }

  @Test
  void nobodyWritesDirectlyToWhoIsGone() {
    long room =
        ok(ada.api().post(ROOMS, Map.of("type", "direct", "user_id", ben.id())))
            .path("id")
            .asLong();
    Visitor cleo = Visitor.signUp(system, "cleo");
    HttpRequest.Builder request =
        ben.api().request("/api/v1/users/me").header("Content-Type", "application/json");
    String body = "{\"password\":\"" + ben.password() + "\"}";
    ok(Api.exchange(request.method("DELETE", BodyPublishers.ofString(body)).build(), body));

    Api.Answer refused = cleo.api().post(ROOMS, Map.of("type", "direct", "user_id", ben.id()));
    assertThat(refused.code()).isEqualTo("not_found");
    assertThat(ok(ada.api().get(ROOMS + "/" + room + "/members")).path("members")).hasSize(2);
  }

  @Test
  void invitationByLinkLetsInOnceAndNotAgainAfterAKick() {
    String room = ROOMS + "/" + ada.createRoom(Visitor.freshName("room"), "private");
    JsonNode made = ok(ada.api().post(room + "/invitations", Map.of("max_uses", 5)));
    Map<String, Object> token = Map.of("token", made.path("token").asText());
    assertThat(made.path("path").asText()).endsWith("/" + made.path("token").asText());
    try (TestSocket b = connect(1, ben)) {
      JsonNode offer = ok(ben.api().post("/api/v1/invitations/lookup", token));
      assertThat(offer.at("/room/member_count").asLong()).isEqualTo(1);
      assertThat(ben.api().get(room).status()).isEqualTo(404);
      JsonNode joined = ok(ben.api().post("/api/v1/invitations/accept", token));
      assertThat(joined.path("role").asText()).isEqualTo("member");
      assertThat(b.await("room_added").path("room_id")).isEqualTo(joined.path("id"));
      ok(ben.api().post("/api/v1/invitations/accept", token));
      JsonNode listed = ok(ada.api().get(room + "/invitations"));
      assertThat(listed.at("/invitations/0/uses").asInt()).isEqualTo(1);
      assertThat(listed.toString()).doesNotContain(made.path("token").asText());

      ok(ada.api().delete(room + "/members/" + ben.id()));
      assertThat(b.await("room_removed").path("room_id")).isEqualTo(joined.path("id"));
      for (String step : List.of("lookup", "accept")) {
        assertThat(ben.api().post("/api/v1/invitations/" + step, token).code())
            .isEqualTo("not_found");
      }
      JsonNode another = ok(ada.api().post(room + "/invitations", Map.of()));
      ok(
          ben.api()
              .post("/api/v1/invitations/accept", Map.of("token", another.path("token").asText())));
    }
  }

  @Test
  void newNameShowsToEverybodyAndMutingToOnesOwnDevices() {
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket a = connect(0, ada);
        TestSocket b = connect(1, ben);
        TestSocket phone = connect(0, ben)) {
      a.join(room);
      b.join(room);
      assertThat(phone.await("room_added").path("room_id").asLong()).isEqualTo(room);
      ok(ada.api().patch(ROOMS + "/" + room, Map.of("name", "Pier", "topic", "Fog")));
      JsonNode changed = b.awaitAmongOthers("room_changed");
      assertThat(changed.path("name").asText()).isEqualTo("Pier");
      assertThat(changed.path("topic").asText()).isEqualTo("Fog");
      assertThat(changed.path("description").asText()).isEmpty();
      assertThat(a.awaitAmongOthers("room_changed")).isEqualTo(changed);

      JsonNode muted = ok(ben.api().put(ROOMS + "/" + room + "/mute", Map.of("muted", true)));
      assertThat(muted.path("muted").asBoolean()).isTrue();
      assertThat(phone.await("muted").path("muted").asBoolean()).isTrue();
      b.await("muted");
      assertThat(ok(ada.api().get(ROOMS + "/" + room)).path("muted").asBoolean(true)).isFalse();
      a.assertNothingElse();
    }
  }

  @Test
  void membersAreFoundByTheBeginningOfTheirName() {
    String room = ROOMS + "/" + ada.createRoom(Visitor.freshName("room"), "public");
    String members =
        room + "/members?query=" + ben.username().substring(0, 4).toUpperCase(Locale.ROOT);
    assertThat(ben.api().get(members).code()).isEqualTo("not_member");
    ok(ben.api().post(room + "/join", Map.of()));
    assertThat(names(ok(ben.api().get(members)))).containsExactly(ben.username());
    assertThat(names(ok(ada.api().get(room + "/members?query=nobody-")))).isEmpty();
  }

  private static List<String> names(JsonNode page) {
    return StreamSupport.stream(page.path("members").spliterator(), false)
        .map(member -> member.path("username").asText())
        .toList();
  }

  private static JsonNode ok(Api.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private TestSocket connect(int instance, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    return socket;
  }
}
