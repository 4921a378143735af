package org.parley.users.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person, as told to clients.
 *
 * @param displayName what clients show; the user name where none was chosen
 * @param email for the person only; null, and so absent, for everybody else
 */
public record UserView(
    long id, String username, String displayName, @Nullable String email, Instant createdAt) {

  /** The same person as others may see them. */
  public UserView withoutEmail() {
    return new UserView(id, username, displayName, null, createdAt);
  }
}
