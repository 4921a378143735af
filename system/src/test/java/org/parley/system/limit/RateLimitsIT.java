package org.parley.system.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.system.limit.LimitedSystem.JOINS;
import static org.parley.system.limit.LimitedSystem.LOGINS;
import static org.parley.system.limit.LimitedSystem.ROOMS;
import static org.parley.system.limit.LimitedSystem.SENDS;
import static org.parley.system.limit.LimitedSystem.isAcknowledged;
import static org.parley.system.limit.LimitedSystem.logIn;
import static org.parley.system.limit.LimitedSystem.say;
import static org.parley.system.support.Patience.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** Each limit, how it answers, and whom it leaves alone: on a system of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RateLimitsIT {

  private LimitedSystem limited;
  private RunningSystem system;

  @BeforeAll
  void start() {
    limited = LimitedSystem.start();
    system = limited.system();
  }

  @AfterAll
  void stop() {
    if (limited != null) {
      limited.close();
    }
  }

  @Test
  void aSendThatIsTooMuchIsStoredWhenItIsRepeated() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (TestSocket a = limited.open(0, "203.0.113.1");
        TestSocket b = limited.open(0, "203.0.113.2")) {
      a.authenticate(ada);
      b.authenticate(ben);
      b.join(room);
      List<UUID> ids = Stream.generate(UUID::randomUUID).limit(SENDS + 3).toList();
      ids.forEach(id -> say(a, room, id));
      List<JsonNode> answers =
          ids.stream().map(id -> a.awaitAnyOf("message_ack", "error")).toList();
      JsonNode refused =
          answers.stream()
              .filter(frame -> frame.path("type").asText().equals("error"))
              .findFirst()
              .orElseThrow();
      assertThat(answers)
          .filteredOn(frame -> frame.path("type").asText().equals("error"))
          .hasSizeBetween(2, 3);
      assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refused.path("message").asText())
          .isEqualTo("Failed to send message: You send too fast.");
      assertThat(refused.path("room_id").asLong()).isEqualTo(room);
      assertThat(refused.path("retry_after_ms").asLong()).isBetween(1L, 10_000L);

      say(b, room, UUID.randomUUID());
      assertThat(b.awaitAnyOf("message_ack", "error").path("type").asText())
          .as("another person")
          .isEqualTo("message_ack");

      UUID id = UUID.fromString(refused.path("client_msg_id").asText());
      await("the repeat is stored", () -> isAcknowledged(a, room, id));
    }
    assertThat(limited.metric(0, "rate_limited_total", "limit=\"send\"")).isPositive();
  }

  @Test
  void overRestItIsStatus429WithTheTimeToWait() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");

    Api.Answer refused = null;
    for (int i = 0; i <= SENDS + 5 && refused == null; i++) {
      Api.Answer answer = limited.post(ada, 0, room);
      refused = answer.status() == 200 ? null : answer;
    }

    assertThat(refused).isNotNull();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("rate_limited");
    assertThat(refused.http().headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, 10L);
  }

  @Test
  void twoInstancesLimitAPersonTogether() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");

    assertThat(limited.stored(ada, 0, room)).isBetween(SENDS, SENDS + 5);
    // A quarter that the first had not told yet, what passed until the other heard, what flowed in.
    assertThat(limited.stored(ada, 1, room)).isLessThanOrEqualTo(SENDS / 2);
  }

  @Test
  void joinsAndNewRoomsAreLimited() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    List<Long> rooms = new ArrayList<>();
    for (int i = 0; i < ROOMS; i++) {
      rooms.add(ada.createRoom(Visitor.freshName("room"), "public"));
    }
    // The instances take turns, and each may let one through before it hears of the other.
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Map<String, String> another = Map.of("name", Visitor.freshName("room"), "type", "public");
      codes.add(ada.api().post("/api/v1/rooms", another).code());
    }
    assertThat(codes.getLast()).isEqualTo("rate_limited");
    rooms.add(ben.createRoom(Visitor.freshName("room"), "public"));

    try (TestSocket b = limited.open(1, "203.0.113.3")) {
      b.authenticate(ben);
      rooms.subList(0, JOINS).forEach(b::join);
      b.send("join_room", Map.of("room_id", rooms.getLast()));
      JsonNode refused = b.awaitAmongOthers("error");
      assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refused.path("message").asText())
          .isEqualTo("Failed to join room: You join rooms too fast.");
      assertThat(refused.path("room_id").asLong()).isEqualTo(rooms.getLast());
      assertThat(refused.path("retry_after_ms").asLong()).isPositive();
    }
  }

  @Test
  void aSocketThatGoesOnTooFastIsRefusedAndThenEnded() {
    Visitor ada = Visitor.signUp(system, "ada");
    try (TestSocket a = limited.open(0, "203.0.113.4")) {
      a.authenticate(ada);
      IntStream.range(0, 100).forEach(i -> a.send("ping", Map.of()));
      JsonNode refused = a.awaitAmongOthers("error");
      assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refused.path("retry_after_ms").asLong()).isPositive();

      try {
        IntStream.range(0, 2_000).forEach(i -> a.send("ping", Map.of()));
      } catch (IllegalStateException closed) {
        // It was ended while we wrote.
      }
      assertThat(a.awaitClose()).isEqualTo(4029);
    }
  }

  @Test
  void aPersonHasSoManySockets() {
    Visitor ada = Visitor.signUp(system, "ada");
    try (TestSocket one = limited.open(0, "203.0.113.5");
        TestSocket two = limited.open(0, "203.0.113.6");
        TestSocket three = limited.open(0, "203.0.113.7");
        TestSocket elsewhere = limited.open(1, "203.0.113.7")) {
      one.authenticate(ada);
      two.authenticate(ada);
      one.authenticate(ada); // a renewal
      three.send("auth", Map.of("token", ada.token()));
      JsonNode refused = three.await("error");
      assertThat(refused.path("message").asText()).isEqualTo("Authentication failed");
      assertThat(refused.path("code").asText()).isEqualTo("rate_limited");
      assertThat(refused.path("retry_after_ms").asLong()).isPositive();
      assertThat(three.awaitClose()).isEqualTo(4029);
      elsewhere.authenticate(ada);
    }
    assertThat(limited.metric(0, "auth_requests_total", "status=\"limited\"")).isPositive();
  }

  @Test
  void anAddressHasSoManySocketsWhateverItClaims() {
    try (TestSocket one = limited.open(0, "203.0.113.8");
        TestSocket two = limited.open(0, "10.0.0.1, 203.0.113.8")) {
      one.assertNothingElse(); // open at the server, too
      two.assertNothingElse();
      assertThatThrownBy(() -> limited.open(0, "10.0.0.2, 203.0.113.8").close())
          .cause()
          .cause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              thrown -> {
                var response = thrown.getResponse();
                assertThat(response.statusCode()).isEqualTo(429);
                assertThat(response.headers().firstValue("Retry-After")).contains("10");
              });
      // Who signs in makes place for another, up to what an address may have at all.
      one.authenticate(Visitor.signUp(system, "ada"));
      two.authenticate(Visitor.signUp(system, "ben"));
      limited.open(0, "203.0.113.8").close();
    }
    await("they are forgotten", () -> !limited.isRefused("203.0.113.8"));
  }

  @Test
  void aForgedAddressDoesNotHelpThroughTheEdge() {
    List<Integer> statuses =
        IntStream.range(0, LOGINS + 2)
            .map(i -> logIn(system.origin("/"), "198.51.100." + i))
            .boxed()
            .toList();

    assertThat(statuses.subList(0, LOGINS)).containsOnly(401);
    assertThat(statuses.getLast()).isEqualTo(429);
    // Whom this machine names directly is somebody else; what stands before it is forged.
    URI direct = system.userService("/");
    assertThat(logIn(direct, "203.0.113.20")).isEqualTo(401);
    assertThat(
            IntStream.range(0, LOGINS)
                .map(i -> logIn(direct, "198.51.100." + i + ", 203.0.113.20"))
                .max())
        .hasValue(429);
  }

  @Test
  @Order(Integer.MAX_VALUE) // nothing is done with Redis afterwards
  void withoutRedisEachInstanceLimitsByItself() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    ProcessHandle.of(system.description().redis().pid()).orElseThrow().destroyForcibly();
    await("Redis is away", () -> limited.metric(0, "degraded", "dependency=\"redis\"") == 1);
    await("for both", () -> limited.metric(1, "degraded", "dependency=\"redis\"") == 1);

    assertThat(limited.stored(ada, 0, room)).isBetween(SENDS, SENDS + 5);
    assertThat(limited.stored(ada, 1, room)).isBetween(SENDS, SENDS + 5);
  }
}
