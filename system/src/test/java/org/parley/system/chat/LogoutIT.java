package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** One person on two devices, each with sockets on both instances; one of them logs out. */
@WithRunningSystem
class LogoutIT {

  /** The two seconds that are promised, and one for a machine that does much else. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final RunningSystem system;
  private Visitor laptop;
  private Visitor phone;
  private long room;

  LogoutIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void onePersonOnTwoDevices() {
    laptop = Visitor.signUp(system, "ada");
    phone = laptop.signInAgain(system);
    room = laptop.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void endsTheSocketsOfThatSessionOnEveryInstanceAndNoOthers() {
    try (TestSocket laptopHere = joined(0, laptop);
        TestSocket laptopThere = joined(1, laptop);
        TestSocket phoneHere = joined(0, phone);
        TestSocket phoneThere = joined(1, phone)) {
      long before = System.nanoTime();
      laptop.logOut(system);
      assertThat(laptopHere.awaitClose()).isEqualTo(4501);
      assertThat(laptopThere.awaitClose()).isEqualTo(4501);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);

      phoneHere.send("send_message", Map.of("room_id", room, "content", "still here"));
      for (TestSocket socket : List.of(phoneHere, phoneThere)) {
        assertThat(socket.awaitAmongOthers("new_message").path("content").asText())
            .isEqualTo("still here");
      }
    }
  }

  @Test
  void lateTokensOfThatSessionOpenNothing() {
    try (TestSocket witnessHere = joined(0, laptop);
        TestSocket witnessThere = joined(1, laptop)) {
      laptop.logOut(system);
      witnessHere.awaitClose();
      witnessThere.awaitClose();
    }
    for (int instance = 0; instance < 2; instance++) {
      try (TestSocket late = TestSocket.open(system.socket(instance))) {
        late.send("auth", Map.of("token", laptop.token()));
        JsonNode refusal = late.await("error");
        assertThat(refusal.path("message").asText()).isEqualTo("Authentication failed");
        assertThat(refusal.path("code").asText()).isEqualTo("unauthorized");
        assertThat(late.awaitClose()).isEqualTo(4401);
      }
      try (TestSocket other = TestSocket.open(system.socket(instance))) {
        other.authenticate(phone);
      }
    }
    for (int instance = 0; instance < 2; instance++) {
      Api rest = Api.at(system.chat(instance, "/"));
      assertThat(rest.as(laptop.token()).get("/api/v1/rooms/" + room).status()).isEqualTo(401);
      assertThat(rest.as(phone.token()).get("/api/v1/rooms/" + room).status()).isEqualTo(200);
    }
  }

  private TestSocket joined(int instance, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(instance));
    socket.authenticate(visitor);
    socket.join(room);
    return socket;
  }
}
