package org.parley.system.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** A token is accepted or refused in the same way wherever it is shown. */
@WithRunningSystem
class EverySurfaceIT {

  private static final int FLOOD = 20;

  /** For each instance that verifies, two in ten seconds; user-service asks nobody. */
  private static final int FETCHES = 2;

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final RunningSystem system;
  private OddTokens tokens;

  EverySurfaceIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void somebody() {
    tokens =
        new OddTokens(TokenSigner.of(system.signingKey()), Visitor.signUp(system, "everywhere"));
  }

  @ParameterizedTest
  @EnumSource
  void refusesEveryTokenThatIsNotGood(Surface surface) throws IOException {
    SoftAssertions each = new SoftAssertions();
    try (AttackersKeys keys = AttackersKeys.start()) {
      each.assertThat(surface.show(system, tokens.good())).isEqualTo(Surface.ACCEPTED);
      each.assertThat(surface.show(system, tokens.typed("JWT"))).isEqualTo(Surface.ACCEPTED);
      TokenCases.bad()
          .forEach(
              (wrong, token) ->
                  each.assertThat(surface.show(system, token.apply(tokens)))
                      .as(wrong)
                      .isEqualTo("unauthorized"));
      each.assertThat(keys.visits()).as("who fetches what a token names").isZero();
    }
    each.assertAll();
  }

  /** The keys are asked for in vain a few times; after that it is not known what they are. */
  @Test
  void unknownKeysAreRefusedEverywhereAndHardlyAskedFor() {
    long before = fetches();
    long began = System.nanoTime();
    for (int i = 0; i < FLOOD; i++) {
      String token = tokens.ofAnUnknownKey("unknown-" + i);
      for (Surface surface : Surface.values()) {
        assertThat(surface.show(system, token)).isIn("unauthorized", "unavailable");
      }
    }
    long intervals = 2 + (System.nanoTime() - began) / INTERVAL.toNanos();
    int instances = system.description().chat().size();
    assertThat(fetches() - before).isLessThanOrEqualTo(FETCHES * intervals * instances);
    assertThat(FETCHES * intervals * instances).as("what a flood is").isLessThan(4L * FLOOD);
    for (Surface surface : Surface.values()) {
      assertThat(surface.show(system, tokens.good())).isEqualTo(Surface.ACCEPTED);
    }
  }

  /** How often user-service was asked for its keys. */
  private long fetches() {
    return Stream.of(
            Api.text(HttpRequest.newBuilder(system.userService("/metrics")).build()).split("\n"))
        .filter(line -> line.startsWith("http_server_request_duration_seconds_count"))
        .filter(line -> line.contains("jwks"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
