package org.parley.users.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.by;
import static org.parley.users.support.Clients.idOf;
import static org.parley.users.support.Clients.logIn;
import static org.parley.users.support.Clients.metric;
import static org.parley.users.support.Clients.refresh;
import static org.parley.users.support.Clients.refreshInBody;
import static org.parley.users.support.Clients.registerInBody;

import com.fasterxml.jackson.databind.JsonNode;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.DatabaseOutage;
import org.parley.users.support.StoredSessions;
import org.parley.users.support.UserClient;
import org.parley.users.support.UserServiceArchive;

/** Devices that are listed and ended, tokens that are copied, and what an ended session may do. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MySessionsIT {

  private static final String MINE = "/api/v1/users/me/sessions";

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void listsWhereIAmSignedInTheNewestUseFirst() throws Exception {
    Answer laptop = registerInBody("lists");
    Answer phone = logIn("lists", PASSWORD);
    Answer gone = logIn("lists", PASSWORD);
    by(gone, "POST", "/api/v1/users/logout", "");
    registerInBody("lists.not");

    List<JsonNode> listed = sessions(phone);
    assertThat(listed).hasSize(2);
    assertThat(listed.getFirst().path("id").asLong()).isEqualTo(current(phone));
    assertThat(listed.getFirst().path("current").asBoolean()).isTrue();
    assertThat(listed.getFirst().path("user_agent").asText()).isEqualTo("Phone/1");
    assertThat(listed.getLast().path("current").asBoolean()).isFalse();
    assertThat(listed.getFirst().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "user_agent", "created_at", "last_used_at", "current");

    Instant before = lastUsed(listed.getLast());
    refreshInBody(laptop.text("refresh_token"));
    List<JsonNode> later = sessions(phone);
    assertThat(later.getFirst().path("id")).isEqualTo(listed.getLast().path("id"));
    assertThat(lastUsed(later.getFirst())).as("a refresh is a use").isAfter(before);

    StoredSessions.ageSessions(idOf(laptop));
    Answer tablet = logIn("lists", PASSWORD);
    assertThat(sessions(tablet)).as("those of a drawer have ended").hasSize(1);
  }

  @Test
  void endsOneOfMyDevicesAndNobodyElses() throws Exception {
    Answer laptop = registerInBody("ends");
    Answer phone = logIn("ends", PASSWORD);
    Answer stranger = registerInBody("ends.not");
    String path = MINE + "/" + current(phone);

    Answer refused = by(stranger, "DELETE", path, "");
    Answer unknown = by(stranger, "DELETE", MINE + "/999999999", "");
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("detail")).isEqualTo(unknown.text("detail"));
    assertThat(api().send("DELETE", path, "").status()).isEqualTo(401);
    assertThat(me(phone)).isEqualTo(200);

    Answer done = by(laptop, "DELETE", path, "");
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().path("success").asBoolean()).isTrue();
    assertThat(done.header("Set-Cookie")).as("this device stays signed in").isNull();
    assertThat(me(phone)).as("though its token is good for minutes").isEqualTo(401);
    assertThat(refreshInBody(phone.text("refresh_token")).text("code"))
        .isEqualTo("invalid_refresh_token");
    assertThat(by(laptop, "DELETE", path, "").status())
        .as("it is no session any more")
        .isEqualTo(404);
    assertThat(me(laptop)).isEqualTo(200);

    Answer own = by(laptop, "DELETE", MINE + "/" + current(laptop), "");
    assertThat(own.header("Set-Cookie")).contains("parley_refresh=;");
    assertThat(me(laptop)).isEqualTo(401);
  }

  @Test
  void endsAllMyDevicesOrAllOthers() throws Exception {
    Answer laptop = registerInBody("everywhere");
    Answer phone = logIn("everywhere", PASSWORD);
    Answer stranger = registerInBody("everywhere.not");
    assertThat(api().send("DELETE", MINE, "").status()).isEqualTo(401);
    assertThat(by(laptop, "DELETE", MINE + "?keep_current=yes", "").status()).isEqualTo(400);

    Answer others = by(laptop, "DELETE", MINE + "?keep_current=true", "");
    assertThat(others.status()).isEqualTo(200);
    assertThat(others.header("Set-Cookie")).isNull();
    assertThat(me(phone)).isEqualTo(401);
    assertThat(me(laptop)).isEqualTo(200);

    Answer all = by(laptop, "DELETE", MINE, "");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.header("Set-Cookie")).contains("parley_refresh=;", "Max-Age=0");
    assertThat(me(laptop)).isEqualTo(401);
    assertThat(me(stranger)).isEqualTo(200);
  }

  @Test
  void endsASessionWhoseUsedRefreshTokenComesBack() throws Exception {
    Answer first = registerInBody("copied");
    String copied = first.text("refresh_token");
    Answer second = refreshInBody(copied);
    assertThat(refreshInBody(copied).status()).as("a second tab within the grace").isEqualTo(200);
    Answer third = refreshInBody(second.text("refresh_token"));
    assertThat(third.status()).isEqualTo(200);

    StoredSessions.ageUsedTokens(idOf(first));
    double before = metric("refresh_tokens_reused_total");
    Answer refused = refreshInBody(copied);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.text("code")).isEqualTo("invalid_refresh_token");
    assertThat(refreshInBody(third.text("refresh_token")).text("detail"))
        .as("the session has ended, though the answer was a refusal")
        .isEqualTo(refused.text("detail"));
    assertThat(me(third)).isEqualTo(401);
    assertThat(metric("refresh_tokens_reused_total")).isEqualTo(before + 1);
    assertThat(refreshInBody(copied).status()).isEqualTo(401);
    assertThat(metric("refresh_tokens_reused_total"))
        .as("it is told of once")
        .isEqualTo(before + 1);
  }

  @Test
  void knowsACopyLongAfterItsTokenWasForgotten() throws Exception {
    Answer first = registerInBody("forgotten");
    String copied = first.text("refresh_token");
    Answer second = refreshInBody(copied);
    StoredSessions.ageUsedTokens(idOf(first));
    Answer third = refreshInBody(second.text("refresh_token"));
    String tokens =
        "refresh_tokens where session_id in (select id from sessions where user_id = "
            + idOf(first)
            + ")";
    assertThat(StoredSessions.count(tokens)).as("the first one is gone").isEqualTo(2);

    assertThat(refresh("Cookie", "parley_refresh=" + copied).text("code"))
        .isEqualTo("invalid_refresh_token");
    assertThat(me(third)).isEqualTo(401);
    assertThat(refreshInBody(third.text("refresh_token")).status()).isEqualTo(401);
  }

  @Test
  void refusesAnEndedSessionOnEveryPathAtOnce() throws Exception {
    Answer phone = registerInBody("ended");
    long id = idOf(phone);
    try (UserClient grpc = new UserClient(phone.text("token"))) {
      assertThat(grpc.me().getUsername()).isEqualTo("ended");
      by(phone, "POST", "/api/v1/users/logout", "");
      assertUnauthenticated(grpc::me);
      assertUnauthenticated(() -> grpc.user(id));
      grpc.logOut(); // whoever logs out twice is told the same twice
    }
    for (String path : List.of("/api/v1/users/me", "/api/v1/users/" + id, MINE)) {
      Answer refused = by(phone, "GET", path, "");
      assertThat(refused.status()).as(path).isEqualTo(401);
      assertThat(refused.text("code")).isEqualTo("unauthorized");
      assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(by(phone, "DELETE", MINE, "").status()).isEqualTo(401);
    assertThat(by(phone, "PATCH", "/api/v1/users/me", "{\"display_name\":\"X\"}").status())
        .isEqualTo(401);
    assertThat(
            by(
                    phone,
                    "PUT",
                    "/api/v1/users/me/password",
                    "{\"current_password\":\""
                        + PASSWORD
                        + "\",\"new_password\":\"louder 42 now\"}")
                .status())
        .isEqualTo(401);
    assertThat(by(phone, "POST", "/api/v1/users/logout", "").status()).isEqualTo(200);
    assertThat(logIn("ended", PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void asksToComeBackWhileTheDatabaseCannotSayWhetherASessionGoesOn() throws Exception {
    Answer phone = registerInBody("unknown");
    try (DatabaseOutage outage = new DatabaseOutage();
        UserClient grpc = new UserClient(phone.text("token"))) {
      Answer refused = by(phone, "GET", MINE, "");
      assertThat(refused.status()).as(outage.toString()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotBlank();
      assertThatThrownBy(grpc::me)
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }
    assertThat(me(phone)).isEqualTo(200);
  }

  private static void assertUnauthenticated(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
  }

  private static int me(Answer signedIn) throws Exception {
    return by(signedIn, "GET", "/api/v1/users/me", "").status();
  }

  private static List<JsonNode> sessions(Answer signedIn) throws Exception {
    Answer listed = by(signedIn, "GET", MINE, "");
    assertThat(listed.status()).isEqualTo(200);
    assertThat(listed.body().path("has_more").asBoolean()).isFalse();
    return listed.body().path("sessions").valueStream().toList();
  }

  private static long current(Answer signedIn) throws Exception {
    return sessions(signedIn).stream()
        .filter(session -> session.path("current").asBoolean())
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private static Instant lastUsed(JsonNode session) {
    return Instant.parse(session.path("last_used_at").asText());
  }
}
