package org.parley.users.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.users.status.AccountStatuses;

/**
 * A person, as told to clients.
 *
 * @param displayName what clients show; the user name where none was chosen
 * @param email for the person only; null, and so absent, for everybody else
 * @param role {@code user} or {@code admin}; for the person only, too
 */
public record UserView(
    long id,
    String username,
    String displayName,
    @Nullable String email,
    @Nullable String role,
    Instant createdAt) {

  /** The same person as others may see them. */
  public UserView asOthersSee() {
    return new UserView(id, username, displayName, null, null, createdAt);
  }

  /** What the person may do, as access tokens say it. */
  public List<String> groups() {
    return AccountStatuses.ADMIN.equals(role)
        ? List.of(AccountStatuses.USER, AccountStatuses.ADMIN)
        : List.of(AccountStatuses.USER);
  }
}
