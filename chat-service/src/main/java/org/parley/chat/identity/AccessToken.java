package org.parley.chat.identity;

import java.time.Instant;
import org.parley.contract.token.VerifiedToken;

/**
 * What a verified access token says.
 *
 * @param person who it was issued to
 * @param sessionId the sign-in it belongs to
 * @param expiresAt when it stops being accepted
 */
public record AccessToken(Person person, long sessionId, Instant expiresAt) {

  /** The same, with its person as the services know people. */
  public static AccessToken of(VerifiedToken token) {
    return new AccessToken(
        new Person(token.userId(), token.username()), token.sessionId(), token.expiresAt());
  }
}
