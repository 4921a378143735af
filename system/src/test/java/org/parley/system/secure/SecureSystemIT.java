package org.parley.system.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.contract.secure.SecureRedis.NOTHING_DENIED;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.system.process.ChildProcess;
import org.parley.system.support.Api;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** Nothing between the parts is in plaintext, without a password, or taken on trust. */
class SecureSystemIT {

  /** What is asked for once a second is known within this time, on a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private static SecureSystem system;
  private static ChildProcess first;
  private static ChildProcess second;
  private static ChildProcess doubter;

  @BeforeAll
  static void start() throws Exception {
    system = SecureSystem.start();
    ChildProcess user = system.user();
    first = system.chat(1, Map.of());
    second = system.chat(2, Map.of("SERVER_ID", ""));
    String strangers = system.strangersCa().toString();
    doubter =
        system.chat(
            3,
            Map.of(
                "PARLEY_DB_URL", system.database.url("parley_chat", system.strangersCa()),
                "PARLEY_REDIS_CA", strangers,
                "PARLEY_USER_GRPC_CA", strangers));
    system.awaitReady(user, List.of(first, second));
  }

  @AfterAll
  static void stop() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  void twoPeopleTalkAcrossTwoInstances() throws Exception {
    Visitor ada = signUp("ada", 1);
    Visitor ben = signUp("ben", 2);
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket a = TestSocket.open(socket(1));
        TestSocket b = TestSocket.open(socket(2))) {
      a.authenticate(ada);
      b.authenticate(ben);
      a.join(room);
      assertThat(ben.api().post("/api/v1/rooms/" + room + "/join", Map.of()).status())
          .isEqualTo(200);
      b.join(room);
      assertThat(a.awaitAmongOthers("user_joined").path("username").asText())
          .as("presence goes through Redis, names through gRPC")
          .isEqualTo(ben.username());
      a.send(
          "send_message",
          Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "hello"));
      assertThat(b.awaitAmongOthers("new_message").path("content").asText()).isEqualTo("hello");
    }
    awaitNothingMissing(1, first);
    awaitNothingMissing(2, second);
    assertThat(system.database.connections())
        .contains("chat-service-1 over TLS", "chat-service over TLS", "user-service over TLS")
        .noneMatch(connection -> connection.endsWith("in plaintext"));
    assertThat(system.redis.denied()).isEqualTo(NOTHING_DENIED);
  }

  @Test
  void postgresqlLetsNobodyInWithoutTls() {
    assertThatThrownBy(() -> system.database.connectInPlaintext())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("no pg_hba.conf entry");
  }

  @Test
  void whoTrustsAnotherAuthorityGoesOnWithoutAndSaysWhy() {
    String path = "unable to find valid certification path to requested target";
    for (String line :
        List.of(
            "SSL error: (certificate_unknown) PKIX path building failed",
            "PostgreSQL is away: ",
            "Redis cannot be used, trying again every second: there is no trusted TLS with it ("
                + path,
            "Redis is away: ",
            "user-service is away: ",
            "there is no trusted TLS with user-service (UNAVAILABLE, ",
            "SunCertPathBuilderException: "
                + path
                + "); is its certificate of PARLEY_USER_GRPC_CA")) {
      system.awaitLogged(doubter, line);
    }
    doubter.awaitReady(
        () -> missing(3).containsAll(List.of("redis", "postgresql", "user_service")), SOON);
  }

  /** Without a SERVER_ID: its host's name in Redis, its server's name in PostgreSQL. */
  @Test
  void anInstanceHasANameInAnyCase() throws Exception {
    String host = InetAddress.getLocalHost().getHostName();
    second.awaitReady(() -> leases().contains(host + ":"), SOON);
    first.awaitReady(() -> leases().contains("chat-service-1:"), SOON);
    assertThat(system.database.connections()).contains("chat-service over TLS");
  }

  /** The processes that are present in Redis. */
  private static String leases() {
    return system.redis.ask("ZRANGE", "{parley:presence}:leases", "0", "-1");
  }

  private static Visitor signUp(String stem, int instance) {
    String name = Visitor.freshName(stem);
    String password = "correct horse " + name;
    Api.Answer answer =
        Api.at(system.users("/"))
            .post(
                "/api/v1/users/register",
                Map.of("username", name, "email", name + "@example.org", "password", password));
    assertThat(answer.status()).as("register %s", answer.http().body()).isEqualTo(200);
    String token = answer.body().path("token").asText();
    Api api = Api.at(system.chat(instance, "/")).as(token);
    return new Visitor(answer.body().at("/user/id").asLong(), name, password, token, api);
  }

  private static URI socket(int instance) {
    return URI.create(system.chat(instance, "/ws").toString().replace("http:", "ws:"));
  }

  /** The first seconds of an instance may have been without the others. */
  private static void awaitNothingMissing(int number, ChildProcess instance) {
    instance.awaitReady(() -> missing(number).isEmpty(), SOON);
  }

  /** The parts an instance goes on without. */
  private static List<String> missing(int number) {
    return metrics(number)
        .lines()
        .filter(line -> line.startsWith("degraded{") && !line.matches(".* 0(\\.0)?"))
        .map(line -> line.replaceAll(".*dependency=\"([a-z_]+)\".*", "$1"))
        .toList();
  }

  private static String metrics(int number) {
    URI address = system.chat(number, "/metrics?scope=application");
    return Api.text(HttpRequest.newBuilder(address).timeout(SOON).build());
  }
}
