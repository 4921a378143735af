package org.parley.users.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A person. */
@Entity
@Table(name = "users")
class Account {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String username;
  private String email;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Account() {}

  Account(NewAccount.Hashed accepted, Instant now) {
    this.username = accepted.username();
    this.email = accepted.email();
    this.displayName = accepted.username();
    this.passwordHash = accepted.passwordHash();
    this.createdAt = now;
  }

  String passwordHash() {
    return passwordHash;
  }

  UserView toView() {
    return new UserView(id, username, displayName, email, createdAt);
  }
}
