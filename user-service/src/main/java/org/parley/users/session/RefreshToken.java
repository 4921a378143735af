package org.parley.users.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as we keep it: by its hash. It is used once; for 30 seconds more it still works,
 * because two tabs of one browser may use it at the same moment and an answer may be lost on the
 * way.
 */
@Entity
@Table(name = "refresh_tokens")
class RefreshToken {

  /**
   * Long enough for a lost answer to be asked for again, short enough that a stolen old token is
   * worth nothing.
   */
  static final Duration GRACE = Duration.ofSeconds(30);

  /**
   * How many may come of one within its grace. A lost answer and its repeat make two, the tabs of a
   * browser that comes back over plain HTTP, where they cannot wait for each other, one each;
   * whoever needs more has a copy or a loop.
   */
  static final int MOST_CHILDREN = 8;

  @Id private String hash;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "session_id", updatable = false)
  private Session session;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  private int children;

  protected RefreshToken() {}

  RefreshToken(Session session, RefreshSecret secret, Instant now) {
    this.hash = secret.hash();
    this.session = session;
    this.createdAt = now;
    this.expiresAt = now.plus(Session.IDLE_LIMIT);
  }

  Session session() {
    return session;
  }

  /** Whether it was used, and longer ago than two honest uses of one token are apart. */
  boolean isUsedUp(Instant now) {
    return usedAt != null && now.isAfter(usedAt.plus(GRACE));
  }

  boolean isGood(Instant now) {
    return !isUsedUp(now) && now.isBefore(expiresAt) && !session.hasEnded(now);
  }

  /**
   * Whether it is about to be used for the first time: what comes of it is what comes next. An
   * instance of a version that counts no children, beside this one during an upgrade, tells of a
   * use by its time alone; the time of one that was superseded is that of its creation.
   */
  boolean isUnused() {
    return children == 0 && (usedAt == null || usedAt.equals(createdAt));
  }

  boolean mayHaveAnother() {
    return children < MOST_CHILDREN;
  }

  /** Uses the token up, and with it the session. */
  void use(Instant now) {
    if (!isGood(now) || !mayHaveAnother()) {
      throw new IllegalStateException(
          "the refresh token is used up, has expired, or its session has ended");
    }
    children++;
    session.use(now);
    if (usedAt == null) {
      usedAt = now;
    }
  }
}
