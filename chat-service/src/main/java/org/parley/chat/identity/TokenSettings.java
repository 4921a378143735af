package org.parley.chat.identity;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;

/**
 * Whose tokens are accepted.
 *
 * @param jwksUrl where user-service publishes its keys
 * @param issuer the {@code iss} a token must carry
 * @param audience the {@code aud} a token must carry
 * @param keyCache how long keys are used before user-service is asked again: a key that it withdrew
 *     is accepted no longer than that
 */
public record TokenSettings(URL jwksUrl, String issuer, String audience, Duration keyCache) {

  /** A next key is published for six before it signs. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public TokenSettings {
    if (keyCache.compareTo(SHORTEST) < 0 || keyCache.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "PARLEY_KEY_CACHE is " + keyCache + "; it must be from " + SHORTEST + " to " + LONGEST);
    }
  }

  /**
   * With the address as text.
   *
   * @throws IllegalArgumentException with a sentence for the operator, when it is none
   */
  public static TokenSettings of(
      String jwksUrl, String issuer, String audience, Duration keyCache) {
    URL url;
    try {
      url = URI.create(jwksUrl).toURL();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new IllegalArgumentException("PARLEY_JWKS_URL is not a URL: " + jwksUrl, e);
    }
    return new TokenSettings(url, issuer, audience, keyCache);
  }
}
