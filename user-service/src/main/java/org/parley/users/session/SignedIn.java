package org.parley.users.session;

import org.jspecify.annotations.Nullable;
import org.parley.users.account.UserView;

/**
 * The answer to register, login and refresh.
 *
 * @param expiresIn seconds the token is good for
 * @param refreshToken for API clients that asked for it; null, and so absent, where the cookie
 *     holds it
 */
public record SignedIn(UserView user, String token, long expiresIn, @Nullable String refreshToken) {

  SignedIn withoutRefreshToken() {
    return new SignedIn(user, token, expiresIn, null);
  }

  /** Never the secrets: records end up in logs. */
  @Override
  public String toString() {
    return "SignedIn[user=" + user.id() + "]";
  }
}
