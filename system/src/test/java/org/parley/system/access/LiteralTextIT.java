package org.parley.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** What people write is data: to the database, and to whatever decides who they are. */
@WithRunningSystem
class LiteralTextIT {

  private static final List<String> SQL =
      List.of("' or '1'='1", "'; drop table messages; --", "%", "_", "\\", "\\'", "$1", "?", "{}");

  private final RunningSystem system;
  private Visitor ada;
  private long room;

  LiteralTextIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void signUp() {
    ada = Visitor.signUp(system, "ada");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void isNoSql() {
    String stem = Visitor.freshName("literal");
    for (String odd : SQL) {
      ada.createRoom(stem + " " + odd + " end", "public");
      ada.say(room, odd + " said");
    }
    for (String odd : SQL) {
      assertThat(found(stem + " " + odd + " end"))
          .as(odd)
          .isEqualTo(List.of(stem + " " + odd + " end"));
    }
    assertThat(found(stem.substring(0, 4) + "%" + stem.substring(5))).isEmpty();
    assertThat(found("_" + stem.substring(1))).isEmpty();
    assertThat(ada.history(room).path("messages").findValuesAsText("content").reversed())
        .isEqualTo(SQL.stream().map(odd -> odd + " said").toList());
    for (String odd : SQL) {
      Api.Answer answer =
          Api.at(system.origin("/"))
              .post(
                  "/api/v1/users/login",
                  Map.of("username", ada.username() + odd, "password", "x" + odd));
      assertThat(answer.code()).as(odd).isEqualTo("invalid_credentials");
    }
  }

  private List<String> found(String query) {
    List<String> names = new ArrayList<>();
    ada.api()
        .get("/api/v1/rooms?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
        .body()
        .path("rooms")
        .forEach(one -> names.add(one.path("name").asText()));
    return names;
  }

  /** Fields that are the server's to say are passed over, wherever somebody sends them. */
  @Test
  void saysNothingAboutWhoSomebodyIsOrMayDo() {
    Visitor ben = Visitor.signUp(system, "ben");
    Map<String, Object> claims =
        Map.of("id", 1, "user_id", ben.id(), "created_by", ben.id(), "role", "admin");
    String name = Visitor.freshName("mallory");
    Api.Answer registered =
        Api.at(system.origin("/"))
            .post(
                "/api/v1/users/register",
                with(
                    claims,
                    Map.of(
                        "username", name,
                        "email", name + "@example.org",
                        "password", "a long enough pass phrase",
                        "password_hash", "x",
                        "created_at", "1970-01-01T00:00:00Z")));
    assertThat(registered.body().at("/user/id").asLong()).isGreaterThan(ben.id());
    assertThat(registered.body().at("/user/created_at").asText()).doesNotStartWith("1970");

    Api.Answer created =
        ada.api().post("/api/v1/rooms", with(claims, Map.of("name", "mine", "last_seq", 99)));
    assertThat(created.body().path("id").asLong()).isGreaterThan(room);
    assertThat(created.body().path("created_by").asLong()).isEqualTo(ada.id());
    assertThat(created.body().path("role").asText()).isEqualTo("owner");
    assertThat(created.body().path("last_seq").asLong()).isZero();

    Map<String, Object> said =
        with(
            claims,
            Map.of(
                "room_id",
                room,
                "content",
                "by me",
                "seq",
                99,
                "message_id",
                1,
                "username",
                "ben"));
    Api.Answer posted = ada.api().post("/api/v1/messages", said);
    assertThat(posted.body().path("user_id").asLong()).isEqualTo(ada.id());
    assertThat(posted.body().path("username").asText()).isEqualTo(ada.username());
    assertThat(posted.body().path("seq").asLong()).isEqualTo(1);
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      socket.authenticate(ada);
      socket.join(room);
      socket.sendText(
          "{\"type\":\"send_message\",\"room_id\":"
              + room
              + ",\"content\":\"and me\","
              + "\"user_id\":"
              + ben.id()
              + ",\"username\":\"ben\",\"seq\":99}");
      var told = socket.awaitAmongOthers("new_message");
      assertThat(told.path("user_id").asLong()).isEqualTo(ada.id());
      assertThat(told.path("username").asText()).isEqualTo(ada.username());
      assertThat(told.path("seq").asLong()).isEqualTo(2);
    }
  }

  private static Map<String, Object> with(Map<String, Object> claims, Map<String, Object> fields) {
    Map<String, Object> all = new HashMap<>(claims);
    all.putAll(fields);
    return all;
  }
}
