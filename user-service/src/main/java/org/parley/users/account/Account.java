package org.parley.users.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.users.status.AccountStatuses;

/**
 * A person. Changed by the statements of {@link AccountStore} only, each of which writes its own
 * columns: an entity that is written back would undo what others changed meanwhile. What others
 * decide about a person is written by status, and only read here.
 */
@Entity
@Table(name = "users")
class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String username;
  private @Nullable String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "password_version")
  private int passwordVersion;

  @Column(insertable = false, updatable = false)
  private String role;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "deactivated_at", insertable = false, updatable = false)
  private @Nullable Instant deactivatedAt;

  @Column(name = "deleted_at", insertable = false, updatable = false)
  private @Nullable Instant deletedAt;

  protected Account() {}

  Account(NewAccount.Hashed accepted, Instant now) {
    this.username = accepted.username();
    this.email = accepted.email();
    this.displayName = accepted.username();
    this.passwordHash = accepted.passwordHash();
    this.passwordVersion = 1;
    this.role = AccountStatuses.USER;
    this.createdAt = now;
  }

  int passwordVersion() {
    return passwordVersion;
  }

  boolean isDeleted() {
    return deletedAt != null;
  }

  boolean isActive() {
    return deactivatedAt == null && deletedAt == null;
  }

  Accounts.Credentials toCredentials() {
    return new Accounts.Credentials(toView(), passwordHash, passwordVersion, isActive());
  }

  UserView toView() {
    return new UserView(id, username, displayName, email, role, createdAt);
  }
}
