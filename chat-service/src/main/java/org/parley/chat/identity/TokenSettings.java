package org.parley.chat.identity;

import java.net.URL;

/**
 * Whose tokens are accepted.
 *
 * @param jwksUrl where user-service publishes its keys
 * @param issuer the {@code iss} a token must carry
 * @param audience the {@code aud} a token must carry
 */
public record TokenSettings(URL jwksUrl, String issuer, String audience) {}
