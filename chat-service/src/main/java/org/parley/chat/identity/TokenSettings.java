package org.parley.chat.identity;

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
public record TokenSettings(URL jwksUrl, String issuer, String audience, Duration keyCache) {}
