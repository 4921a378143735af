package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Signal;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/**
 * One person on two devices, each with sockets on both instances: what ends sessions ends their
 * sockets, with Redis and without, and no others.
 */
@WithRunningSystem
class RevocationIT {

  /** The two seconds that are promised, and one for a machine that does much else. */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final String MINE = "/api/v1/users/me/sessions";

  /** What the laptop does, and whether it is signed in after it. */
  enum Ending {
    THE_PHONE(true),
    ALL_OTHERS(true),
    EVERYWHERE(false),
    BY_ANOTHER_PASSWORD(true);

    private final boolean laptopGoesOn;

    Ending(boolean laptopGoesOn) {
      this.laptopGoesOn = laptopGoesOn;
    }

    Api.Answer ask(Visitor laptop) {
      return switch (this) {
        case THE_PHONE -> laptop.api().delete(MINE + "/" + otherSession(laptop));
        case ALL_OTHERS -> laptop.api().delete(MINE + "?keep_current=true");
        case EVERYWHERE -> laptop.api().delete(MINE);
        case BY_ANOTHER_PASSWORD -> laptop.changePassword("another horse " + laptop.username());
      };
    }
  }

  private final RunningSystem system;

  RevocationIT(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest
  @EnumSource
  void endsTheSocketsOfTheseSessionsOnEveryInstanceAndNoOthers(Ending ending) {
    try (Devices devices = Devices.of(system)) {
      assertEnded(devices, ending);
      assertLaptopGoesOn(devices, ending.laptopGoesOn);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsThemWithoutRedisToo(Ending ending) {
    long redis = system.description().redis().pid();
    try (Devices devices = Devices.of(system)) {
      Signal.send("STOP", redis);
      try {
        assertEnded(devices, ending);
      } finally {
        Signal.send("CONT", redis);
      }
    }
  }

  private static long otherSession(Visitor visitor) {
    JsonNode sessions = visitor.api().get(MINE).body().path("sessions");
    return StreamSupport.stream(sessions.spliterator(), false)
        .filter(session -> !session.path("current").asBoolean())
        .findFirst()
        .orElseThrow()
        .path("id")
        .asLong();
  }

  private static void assertEnded(Devices devices, Ending ending) {
    long before = System.nanoTime();
    assertThat(ending.ask(devices.laptop()).status()).isEqualTo(200);
    for (TestSocket socket : devices.ofPhone()) {
      assertThat(socket.awaitClose()).isEqualTo(4501);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
    if (!ending.laptopGoesOn) {
      for (TestSocket socket : devices.ofLaptop()) {
        assertThat(socket.awaitClose()).isEqualTo(4501);
      }
    }
    assertThat(devices.phone().api().get("/api/v1/users/me").status()).isEqualTo(401);
  }

  private static void assertLaptopGoesOn(Devices devices, boolean expected) {
    assertThat(devices.laptop().api().get("/api/v1/users/me").status())
        .isEqualTo(expected ? 200 : 401);
    if (expected) {
      devices.assertHeardOn(devices.ofLaptop());
    }
  }
}
