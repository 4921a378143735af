package org.parley.chat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.identity.TokenSettings;
import org.parley.chat.support.MapConfig;

class SettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("PARLEY_SERVICE_CREDENTIAL", "it-credential");

  @Test
  void haveDefaultsForOneMachine() throws Exception {
    assertThat(read(LEAST, Settings::tokens))
        .isEqualTo(
            new TokenSettings(
                URI.create("http://localhost:9080/.well-known/jwks.json").toURL(),
                "parley",
                "parley",
                Duration.ofMinutes(1)));
    assertThat(read(LEAST, Settings::sockets))
        .isEqualTo(new SocketSettings(Set.of("http://localhost:8080"), Duration.ofSeconds(30)));
    PeerSettings peers = read(LEAST, Settings::peers);
    assertThat(peers.instance()).isNotBlank();
    assertThat(peers.redis())
        .isEqualTo(new PeerSettings.Redis("redis://localhost:6379", null, null, null));
    assertThat(peers.userService())
        .isEqualTo(new PeerSettings.UserService("localhost:9980", null, null, null));
    assertThat(read(LEAST, Settings::rpc).keyPair()).as("plaintext").isNull();
  }

  @Test
  void takeSeveralOrigins() {
    Map<String, String> settings =
        Map.of("PARLEY_PUBLIC_ORIGIN", "https://chat.example.org, http://localhost:8080");
    assertThat(read(settings, Settings::sockets).allowedOrigins())
        .containsExactlyInAnyOrder("https://chat.example.org", "http://localhost:8080");
  }

  @Test
  void nameTheInstance() {
    Map<String, String> settings =
        Map.of("SERVER_ID", "chat-1", "PARLEY_SERVICE_CREDENTIAL", "it-credential");
    assertThat(read(settings, Settings::peers).instance()).isEqualTo("chat-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "30s", "PT", "PT0S", "-PT1S"})
  void refuseATimeoutThatIsNone(String timeout) {
    assertRefused("PARLEY_WS_AUTH_TIMEOUT", timeout, Settings::sockets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "localhost:9080",
        "http//x",
        "http://local host/",
        "carrier-pigeon://home"
      })
  void refuseAnAddressThatIsNone(String url) {
    assertRefused("PARLEY_JWKS_URL", url, Settings::tokens);
  }

  @ParameterizedTest
  @ValueSource(strings = {"60", "PT0.5S", "PT5M1S", "-PT1M", "P1D"})
  void refuseToKeepKeysForLongerThanANextOneIsPublishedBefore(String cache) {
    assertRefused("PARLEY_KEY_CACHE", cache, Settings::tokens);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void insistOnAServiceCredential(String credential) {
    assertRefused("PARLEY_SERVICE_CREDENTIAL", credential, Settings::peers);
  }

  @Test
  void takeWhatSurroundsAValueForNoPartOfIt() {
    Map<String, String> settings =
        Map.of(
            "PARLEY_SERVICE_CREDENTIAL", "it-credential\n",
            "PARLEY_REDIS_PASSWORD", "hush\n",
            "PARLEY_REDIS_USER", " ");
    PeerSettings peers = read(settings, Settings::peers);
    assertThat(peers.serviceCredential()).isEqualTo("it-credential");
    assertThat(peers.redis().password()).isEqualTo("hush");
    assertThat(peers.redis().user()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARLEY_REDIS_CA", "PARLEY_USER_GRPC_CA"})
  void refuseACertificateThatIsNotThere(String name) {
    assertThatThrownBy(
            () ->
                read(
                    Map.of("PARLEY_SERVICE_CREDENTIAL", "it-credential", name, "gone.pem"),
                    Settings::peers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " is gone.pem; there is no such file, or it cannot be read");
  }

  @Test
  void refuseHalfOfWhatWeProveOurselvesWith() {
    Path file = Path.of("half.pem");
    assertThatThrownBy(() -> new PeerSettings.UserService("localhost:9980", file, file, null))
        .hasMessageContaining("belong together");
    assertThatThrownBy(() -> new PeerSettings.UserService("localhost:9980", file, null, file))
        .hasMessageContaining("belong together");
    assertThatThrownBy(() -> new PeerSettings.UserService("localhost:9980", null, file, file))
        .hasMessageContaining("PARLEY_USER_GRPC_CA is not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PARLEY_GRPC_CERT", "PARLEY_GRPC_KEY", "PARLEY_GRPC_CLIENT_CA"})
  void refuseHalfOfWhatTlsNeeds(String name) {
    assertRefused(name, "half.pem", Settings::rpc);
  }

  @Test
  void keepSecretsOutOfLogs() {
    PeerSettings peers =
        new PeerSettings(
            "chat-1",
            new PeerSettings.Redis("redis://me:hush@localhost", "myself", "hush-hush", null),
            new PeerSettings.UserService("localhost:9980", null, null, null),
            "it-credential",
            false);
    assertThat(peers.toString())
        .doesNotContain("hush", "me:", "myself", "it-credential")
        .contains("chat-1");
    assertThat(peers.redis().toString()).doesNotContain("hush", "me:", "myself");
  }

  private static <T> T read(Map<String, String> settings, Function<Settings, T> part) {
    try (MapConfig config = MapConfig.install(settings)) {
      assertThat(config.getPropertyNames()).containsAll(settings.keySet());
      return part.apply(new Settings());
    }
  }

  private static void assertRefused(String name, String value, Function<Settings, ?> part) {
    assertThatThrownBy(() -> read(Map.of(name, value), part))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
