package org.parley.users.token;

import java.nio.file.Path;
import java.time.Duration;
import org.parley.users.platform.Settings;

/**
 * What is written into access tokens.
 *
 * @param lifetime how long a token is good after the session it belongs to was revoked, at worst
 */
record TokenSettings(String issuer, String audience, Duration lifetime, Path keyDirectory) {

  static TokenSettings from(Settings settings) {
    return new TokenSettings(
        settings.text("PARLEY_TOKEN_ISSUER", "parley"),
        settings.text("PARLEY_TOKEN_AUDIENCE", "parley"),
        // A day at most: nobody can take a token back before it ends.
        settings.duration(
            "PARLEY_ACCESS_TOKEN_TTL",
            Duration.ofMinutes(15),
            Duration.ofSeconds(10),
            Duration.ofDays(1)),
        Path.of(
            settings.require(
                "PARLEY_KEY_DIR",
                "a directory for the key that signs tokens, outside the build output, that only the service's user"
                    + " can read")));
  }
}
