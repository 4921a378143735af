package org.parley.users.status;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;

/**
 * The status of an account: what others decide about it, and its end. Changed under its row's lock
 * only.
 */
@Entity
@Table(name = "users")
@SuppressWarnings("UnusedVariable") // what is erased here is read by account
class AccountStatus {

  @Id private Long id;

  private String username;
  private @Nullable String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  private String role;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "deactivated_at")
  private @Nullable Instant deactivatedAt;

  @Column(name = "deleted_at")
  private @Nullable Instant deletedAt;

  protected AccountStatus() {}

  boolean isActive() {
    return deactivatedAt == null && deletedAt == null;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  boolean isAdmin() {
    return role.equals(AccountStatuses.ADMIN);
  }

  static void requireRole(String wanted) {
    if (!wanted.equals(AccountStatuses.USER) && !wanted.equals(AccountStatuses.ADMIN)) {
      throw ProblemException.invalid("role", "A person is user or admin.");
    }
  }

  /** Takes on a role; says whether it is another than before. */
  boolean become(String wanted) {
    requireRole(wanted);
    boolean changes = !role.equals(wanted);
    role = wanted;
    return changes;
  }

  /** Nobody signs in any more; says whether somebody did before. */
  boolean deactivate(Instant now) {
    boolean changes = isActive();
    if (changes) {
      deactivatedAt = now;
    }
    return changes;
  }

  /** Undoes {@link #deactivate}; says whether there was anything to undo. */
  boolean activate() {
    boolean changes = !isActive();
    deactivatedAt = null;
    return changes;
  }

  /** Forgets who this was. The row stays: its id must never be another's. */
  boolean erase(Instant now) {
    username = AccountStatuses.DELETED;
    displayName = AccountStatuses.DELETED;
    email = null;
    // No hash of anything, and never asked for: credentials of who is gone are not found.
    passwordHash = "";
    role = AccountStatuses.USER;
    deactivatedAt = null;
    deletedAt = now;
    return true;
  }

  Person toPerson() {
    return new Person(id, username, displayName, role, createdAt, deactivatedAt);
  }
}
