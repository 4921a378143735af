package org.parley.users.token;

import java.time.Duration;
import org.parley.users.key.KeySettings;
import org.parley.users.platform.Settings;

/**
 * What is written into access tokens.
 *
 * @param lifetime how long a token is good after the session it belongs to was revoked, at worst
 */
record TokenSettings(String issuer, String audience, Duration lifetime) {

  static TokenSettings from(Settings settings) {
    return new TokenSettings(
        settings.text("PARLEY_TOKEN_ISSUER", "parley"),
        settings.text("PARLEY_TOKEN_AUDIENCE", "parley"),
        KeySettings.from(settings).tokenLifetime());
  }
}
