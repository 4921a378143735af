package org.parley.users.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.users.key.KeySettings;
import org.parley.users.key.SigningKeys;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class AccessTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private static Path parent;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final SigningKeys keys =
      new SigningKeys(
          KeySettings.from(Settings.of(Map.of("PARLEY_KEY_DIR", parent + "/keys"))), clock);

  @Test
  void saysWhoWhereAndHowLong() throws Exception {
    SignedJWT token = SignedJWT.parse(tokens(Map.of()).issue(7, "alice", 42, List.of("user")));

    assertThat(token.getHeader().toJSONObject())
        .containsOnly(
            Map.entry("alg", "RS256"),
            Map.entry("typ", "JWT"),
            Map.entry("kid", published().getKeyID()));
    assertThat(token.getJWTClaimsSet().toJSONObject())
        .containsOnly(
            Map.entry("iss", "parley"),
            Map.entry("aud", "parley"),
            Map.entry("sub", "7"),
            Map.entry("upn", "alice"),
            Map.entry("sid", "42"),
            Map.entry("groups", List.of("user")),
            Map.entry("iat", NOW.getEpochSecond()),
            Map.entry("exp", NOW.getEpochSecond() + 900));
  }

  @Test
  void verifiesWithThePublishedKey() throws Exception {
    RSAKey published = published();
    assertThat(published.isPrivate()).isFalse();
    SignedJWT token = SignedJWT.parse(tokens(Map.of()).issue(7, "alice", 42, List.of("user")));
    assertThat(token.verify(new RSASSAVerifier(published))).isTrue();
  }

  @Test
  void livesAsLongAsTheOperatorSays() {
    assertThat(tokens(Map.of("PARLEY_ACCESS_TOKEN_TTL", "PT1M")).lifetime()).hasMinutes(1);
    assertThatThrownBy(() -> tokens(Map.of("PARLEY_ACCESS_TOKEN_TTL", "15m")))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith(
            "PARLEY_ACCESS_TOKEN_TTL is \"15m\"; it must be an ISO-8601 duration");
    assertThatThrownBy(() -> tokens(Map.of("PARLEY_ACCESS_TOKEN_TTL", "P30D")))
        .isInstanceOf(BadSettingException.class);
  }

  @Test
  void needsAKeyDirectory() {
    assertThatThrownBy(() -> TokenSettings.from(Settings.of(Map.of())))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("Set PARLEY_KEY_DIR: ");
  }

  private RSAKey published() {
    return keys.published().getKeys().getFirst().toRSAKey();
  }

  private AccessTokens tokens(Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("PARLEY_KEY_DIR", "unused");
    return new AccessTokens(Settings.of(values), keys, clock);
  }
}
