package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
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

  LogoutIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void endsTheSocketsOfThatSessionOnEveryInstanceAndNoOthers() {
    try (Devices devices = Devices.of(system)) {
      long before = System.nanoTime();
      devices.laptop().logOut(system);
      for (TestSocket socket : devices.ofLaptop()) {
        assertThat(socket.awaitClose()).isEqualTo(4501);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
      devices.assertHeardOn(devices.ofPhone());
    }
  }

  @Test
  void lateTokensOfThatSessionOpenNothing() {
    Visitor laptop;
    Visitor phone;
    long room;
    try (Devices devices = Devices.of(system)) {
      laptop = devices.laptop();
      phone = devices.phone();
      room = devices.room();
      laptop.logOut(system);
      devices.ofLaptop().forEach(TestSocket::awaitClose);
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
}
