package org.parley.users.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Text;

/**
 * One device somebody is signed in on. It ends when it is revoked, or 30 days after its last use.
 */
@Entity
@Table(name = "sessions")
class Session {

  /** So long a device may lie in a drawer. */
  static final Duration IDLE_LIMIT = Duration.ofDays(30);

  /** As the column allows; browsers' names are about half of it. */
  private static final int LONGEST_USER_AGENT = 255;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "user_id", updatable = false)
  private long userId;

  @Column(name = "user_agent", updatable = false)
  private String userAgent;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "family_hash")
  private @Nullable String familyHash;

  protected Session() {}

  Session(long userId, @Nullable String userAgent, Instant now) {
    this.userId = userId;
    this.userAgent = Text.printable(userAgent, LONGEST_USER_AGENT);
    this.createdAt = now;
    this.lastUsedAt = now;
  }

  long id() {
    return id;
  }

  long userId() {
    return userId;
  }

  String userAgent() {
    return userAgent;
  }

  Devices.Exported toExported() {
    return new Devices.Exported(id, userAgent, createdAt, lastUsedAt, revokedAt);
  }

  boolean hasEnded(Instant now) {
    return revokedAt != null || now.isAfter(lastUsedAt.plus(IDLE_LIMIT));
  }

  /** Notes that the session is in use, which keeps it alive. */
  void use(Instant now) {
    if (hasEnded(now)) {
      throw new IllegalStateException("session " + id + " has ended");
    }
    // Two instances' clocks may differ a little; time does not run backwards.
    if (now.isAfter(lastUsedAt)) {
      lastUsedAt = now;
    }
  }

  /** Its refresh tokens are of this one's family from now on. */
  void continueWith(RefreshSecret secret) {
    familyHash = secret.familyHash();
  }

  /** Ends the session for good. */
  void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  /** As its person sees it, in the session with this id. */
  Devices.Device toView(long currentId) {
    return new Devices.Device(id, userAgent, createdAt, lastUsedAt, id == currentId);
  }
}
