package org.parley.chat.identity;

import java.time.Instant;

/**
 * What a verified access token says.
 *
 * @param person who it was issued to
 * @param sessionId the sign-in it belongs to
 * @param expiresAt when it stops being accepted
 */
public record AccessToken(Person person, long sessionId, Instant expiresAt) {}
