package org.parley.contract.token;

import java.time.Instant;

/**
 * What an access token that was verified says.
 *
 * @param userId who it was issued to
 * @param username what they were called then
 * @param sessionId the sign-in it belongs to
 * @param expiresAt when it stops being accepted
 */
public record VerifiedToken(long userId, String username, long sessionId, Instant expiresAt) {}
