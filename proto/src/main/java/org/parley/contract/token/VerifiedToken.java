package org.parley.contract.token;

import java.time.Instant;
import java.util.Set;

/**
 * What an access token that was verified says.
 *
 * @param userId who it was issued to
 * @param username what they were called then
 * @param sessionId the sign-in it belongs to
 * @param groups what they may do, as {@code @RolesAllowed} names it
 * @param expiresAt when it stops being accepted
 */
public record VerifiedToken(
    long userId, String username, long sessionId, Set<String> groups, Instant expiresAt) {

  public VerifiedToken {
    groups = Set.copyOf(groups);
  }
}
