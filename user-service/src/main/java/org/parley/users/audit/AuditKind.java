package org.parley.users.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that is written down: the words of {@code event} on the wire and in the table. */
public enum AuditKind {
  REGISTERED,
  SIGNED_IN,
  SIGN_IN_FAILED,
  SIGNED_OUT,
  SESSION_REVOKED,
  ALL_SESSIONS_REVOKED,
  REFRESH_TOKEN_REUSED,
  PASSWORD_CHANGED,
  ADMIN_CLAIMED,
  ADMIN_CLAIM_REFUSED,
  ADMIN_GRANTED,
  ADMIN_WITHDRAWN,
  ACCOUNT_DEACTIVATED,
  ACCOUNT_ACTIVATED,
  ACCOUNT_EXPORTED,
  ACCOUNT_DELETED;

  /** Its stable name, snake_case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name. */
  public static Optional<AuditKind> find(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
