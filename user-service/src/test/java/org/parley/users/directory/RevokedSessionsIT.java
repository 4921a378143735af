package org.parley.users.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.directory;
import static org.parley.users.support.Clients.register;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.contract.directory.v1.ListRevokedSessionsRequest;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.RevokedSession;
import org.parley.contract.rpc.Protos;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.DirectoryClient;
import org.parley.users.support.UserServiceArchive;

/** What services are told about sessions that have ended, on a real PostgreSQL. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RevokedSessionsIT {

  /** Later than whatever else the tests of this module end. */
  private static final Instant FUTURE = Instant.parse("2100-01-01T00:00:00Z");

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void tellsOfASessionOnceSomebodyLoggedOut() throws Exception {
    Instant before = Instant.now().minusSeconds(60);
    Answer registered = register("leaves");
    long session = sessionIn(registered.text("token"));
    try (DirectoryClient service = directory("Bearer it-credential")) {
      assertThat(ids(service.revokedSessions(since(before).build()))).doesNotContain(session);
      logOut(registered);
      RevokedSession found =
          service.revokedSessions(since(before).build()).getSessionsList().stream()
              .filter(ended -> ended.getSessionId() == session)
              .findFirst()
              .orElseThrow();
      Instant at = Protos.instant(found.getRevokedAt()).orElseThrow();
      assertThat(at).isBetween(before, Instant.now().plusSeconds(60));

      logOut(registered);
      assertThat(service.revokedSessions(since(before).build()).getSessionsList())
          .as("again changes nothing")
          .contains(found);
      assertThat(ids(service.revokedSessions(since(at).build())))
          .as("since this very moment")
          .contains(session);
      assertThat(ids(service.revokedSessions(since(at).setAfterSessionId(session).build())))
          .as("after this very session")
          .doesNotContain(session);
    }
  }

  @Test
  void pagesThroughSessionsOfTheSameInstant() throws Exception {
    int count = 2_001;
    endInPairs(register("ends-many").body().at("/user/id").asLong(), count);
    List<RevokedSession> all = new ArrayList<>();
    List<Integer> pages = new ArrayList<>();
    try (DirectoryClient service = directory("Bearer it-credential")) {
      ListRevokedSessionsRequest next = since(FUTURE).build();
      boolean more = true;
      while (more) {
        ListRevokedSessionsResponse page = service.revokedSessions(next);
        more = page.getHasMore();
        pages.add(page.getSessionsCount());
        all.addAll(page.getSessionsList());
        next =
            ListRevokedSessionsRequest.newBuilder()
                .setSince(all.getLast().getRevokedAt())
                .setAfterSessionId(all.getLast().getSessionId())
                .build();
      }
      assertThat(service.revokedSessions(next).getSessionsList()).isEmpty();
    }
    assertThat(pages).containsExactly(1_000, 1_000, 1);
    assertThat(all).extracting(RevokedSession::getSessionId).doesNotHaveDuplicates();
    assertThat(all.get(999).getRevokedAt()).isEqualTo(all.get(1_000).getRevokedAt());
    assertThat(all)
        .isSortedAccordingTo(
            Comparator.comparing(
                    (RevokedSession ended) -> Protos.instant(ended.getRevokedAt()).orElseThrow())
                .thenComparingLong(RevokedSession::getSessionId));
  }

  @Test
  void refusesStrangersAndQuestionsWithoutATime() {
    try (DirectoryClient service = directory("Bearer it-credential");
        DirectoryClient stranger = directory("Bearer something-else")) {
      assertStatus(
          Status.Code.UNAUTHENTICATED, () -> stranger.revokedSessions(since(FUTURE).build()));
      assertStatus(
          Status.Code.INVALID_ARGUMENT,
          () -> service.revokedSessions(ListRevokedSessionsRequest.getDefaultInstance()));
      assertStatus(
          Status.Code.INVALID_ARGUMENT,
          () -> service.revokedSessions(since(FUTURE).setAfterSessionId(-1).build()));
      Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
      assertStatus(
          Status.Code.INVALID_ARGUMENT,
          () -> service.revokedSessions(since(FUTURE).setSince(never).build()));
    }
  }

  /** The first alone, then two at each microsecond: some pair lies across every end of a page. */
  private static void endInPairs(long userId, int count) throws SQLException {
    String url =
        "jdbc:postgresql://localhost:"
            + Integer.getInteger("parley.it.database.port")
            + "/parley_users";
    try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into sessions (user_id, user_agent, created_at, last_used_at, revoked_at)"
                    + " select ?, 'test', now(), now(),"
                    + " timestamptz '2100-01-01 00:00:00Z' + (i / 2) * interval '1 microsecond'"
                    + " from generate_series(1, ?) as i")) {
      insert.setLong(1, userId);
      insert.setInt(2, count);
      insert.executeUpdate();
    }
  }

  private static void logOut(Answer signedIn) throws Exception {
    Answer out =
        api().post("/api/v1/users/logout", "", "Authorization", "Bearer " + signedIn.text("token"));
    assertThat(out.status()).isEqualTo(200);
  }

  private static long sessionIn(String token) throws Exception {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return Json.json().readTree(claims).path("sid").asLong();
  }

  private static ListRevokedSessionsRequest.Builder since(Instant time) {
    return ListRevokedSessionsRequest.newBuilder().setSince(Protos.timestamp(time));
  }

  private static List<Long> ids(ListRevokedSessionsResponse answer) {
    return answer.getSessionsList().stream().map(RevokedSession::getSessionId).toList();
  }

  private static void assertStatus(Status.Code code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class, e -> assertThat(e.getStatus().getCode()).isEqualTo(code));
  }
}
