package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The sessions and refresh_tokens tables. */
@ApplicationScoped
class SessionStore {

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  void insert(Session session) {
    entities.persist(session);
  }

  void insert(RefreshToken token) {
    entities.persist(token);
  }

  Optional<Session> find(long id) {
    return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * The token and its session, both locked: of two who use it at once the second sees what the
   * first did, and a refresh sees a logout that came before it.
   */
  Optional<RefreshToken> find(RefreshSecret secret) {
    Optional<RefreshToken> found =
        entities
            .createQuery("select t from RefreshToken t where t.hash = :hash", RefreshToken.class)
            .setParameter("hash", secret.hash())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst();
    // A query locks the rows of its root only, so the session is read again under a lock of its
    // own.
    found.ifPresent(token -> entities.refresh(token.session(), LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  void deleteTokensUsedBefore(Session session, Instant time) {
    entities
        .createQuery("delete from RefreshToken t where t.session = :session and t.usedAt < :time")
        .setParameter("session", session)
        .setParameter("time", time)
        .executeUpdate();
  }
}
