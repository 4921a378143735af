package org.parley.system.secure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.system.liberty.KeysProgram;
import org.parley.system.refusal.Surface;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;
import org.parley.system.settings.SystemSettings;
import org.parley.system.support.Api;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * A whole rotation of the signing key, by the operator's command, while somebody goes on; then a
 * withdrawal. Times are as short as can be.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRotationIT {

  private static final Duration TOKEN = Duration.ofSeconds(12);
  private static final Duration RENEWAL = Duration.ofSeconds(3);
  private static final Duration KEY_CACHE = Duration.ofSeconds(2);

  /** The cache of chat-service, user-service's glance at its keys, and a machine that is busy. */
  private static final Duration BOUND = KEY_CACHE.plusSeconds(2).plusSeconds(4);

  private record Issued(String token, String key, long at) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - at);
    }
  }

  private SystemSettings settings;
  private LocalSystem local;
  private RunningSystem system;

  private final List<Issued> issued = new ArrayList<>();
  private String refreshToken;

  @BeforeAll
  void start() {
    settings =
        SystemSettings.isolated(
            Path.of("target", "rotating-system").toAbsolutePath(),
            Map.of(
                "PARLEY_RATE_LIMITS",
                "off", // it asks everywhere as fast as it can
                "PARLEY_ACCESS_TOKEN_TTL",
                TOKEN.toString(),
                "PARLEY_KEY_LEAD",
                "PT4S",
                "PARLEY_KEY_CACHE",
                KEY_CACHE.toString()));
    local = LocalSystem.start(settings, Progress.to(System.out));
    system = RunningSystem.at(settings.descriptionFile());
  }

  @AfterAll
  void stop() {
    if (local != null) {
      local.close();
    }
  }

  @Test
  void nobodyNoticesARotationAndAWithdrawnKeyIsRefusedEverywhere() {
    signUp();
    String before = newest().key();
    assertThat(published()).containsExactly(before);
    assertThat(keys("rotate")).contains(before + "  made ").contains("published, signs from ");

    Set<String> accepted = new TreeSet<>();
    Patience.await(
        "the end of the rotation",
        () -> {
          goOn(accepted);
          return !published().contains(before);
        });
    String after = newest().key();
    assertThat(published()).containsExactly(after);
    assertThat(accepted)
        .as("a token's key and the one that signed at that time")
        .contains(before + " " + before, before + " " + after, after + " " + after);

    withdraw(after);
  }

  /** Renews, as clients do, and shows everywhere the oldest token that is good and the newest. */
  private void goOn(Set<String> accepted) {
    if (newest().age().compareTo(RENEWAL) > 0) {
      renew();
    }
    issued.removeIf(token -> token.age().compareTo(TOKEN.minusSeconds(2)) > 0);
    for (Issued token : List.of(issued.getFirst(), newest())) {
      for (Surface surface : Surface.values()) {
        assertThat(surface.show(system, token.token()))
            .as("%s of key %s after %s", surface, token.key(), token.age())
            .isEqualTo(Surface.ACCEPTED);
      }
      accepted.add(token.key() + " " + newest().key());
    }
  }

  private void withdraw(String key) {
    renew();
    Issued spoiled = newest();
    assertThat(spoiled.key()).isEqualTo(key);
    assertThat(keys("withdraw", key)).doesNotContain(key);
    long withdrawn = System.nanoTime();
    for (Surface surface : Surface.values()) {
      Patience.await(
          surface + " refuses what the withdrawn key signed",
          () -> !surface.show(system, spoiled.token()).equals(Surface.ACCEPTED));
    }
    assertThat(Duration.ofNanos(System.nanoTime() - withdrawn)).isLessThan(BOUND);

    renew();
    assertThat(newest().key()).isNotEqualTo(key);
    for (Surface surface : Surface.values()) {
      assertThat(surface.show(system, newest().token())).isEqualTo(Surface.ACCEPTED);
      assertThat(surface.show(system, spoiled.token())).isEqualTo("unauthorized");
    }
  }

  private Issued newest() {
    return issued.getLast();
  }

  private void signUp() {
    String name = Visitor.freshName("rotates");
    remember(
        nobody()
            .post(
                "/api/v1/users/register",
                Map.of(
                    "username",
                    name,
                    "email",
                    name + "@example.org",
                    "password",
                    "correct horse " + name,
                    "refresh_token_in_body",
                    true)));
  }

  private void renew() {
    remember(nobody().post("/api/v1/users/refresh", Map.of("refresh_token", refreshToken)));
  }

  private void remember(Api.Answer answer) {
    assertThat(answer.status()).as("nobody is signed out: %s", answer.body()).isEqualTo(200);
    String token = answer.body().path("token").asText();
    refreshToken = answer.body().path("refresh_token").asText();
    try {
      String key = SignedJWT.parse(token).getHeader().getKeyID();
      issued.add(new Issued(token, key, System.nanoTime()));
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private Api nobody() {
    return Api.at(system.origin("/"));
  }

  private List<String> published() {
    JsonNode keys =
        Api.exchange(
                HttpRequest.newBuilder(system.userService("/.well-known/jwks.json")).build(), null)
            .body()
            .path("keys");
    List<String> ids = new ArrayList<>();
    keys.forEach(key -> ids.add(key.path("kid").asText()));
    return ids;
  }

  /** What the operator is told. */
  private String keys(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      assertThat(KeysProgram.run(settings, List.of(command), print, print)).as("%s", out).isZero();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
