package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** The refresh_tokens table. Whatever changes a token locks its session first. */
@ApplicationScoped
class RefreshTokenStore {

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  /** The session goes on with this secret, which is returned. */
  RefreshSecret insert(Session session, RefreshSecret secret, Instant now) {
    session.continueWith(secret);
    entities.persist(new RefreshToken(session, secret, now));
    return secret;
  }

  /**
   * The token, its session locked. The lock comes first and the token is read under it: of two who
   * use it at once the second sees what the first did, and a refresh sees a logout or a change of
   * the password that came before it.
   */
  Optional<RefreshToken> find(RefreshSecret secret) {
    return entities
        .createQuery("select t.session.id from RefreshToken t where t.hash = :hash", Long.class)
        .setParameter("hash", secret.hash())
        .getResultStream()
        .findFirst()
        .map(id -> entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(session -> entities.find(RefreshToken.class, secret.hash()));
  }

  /** The session of the secret's family, locked. */
  Optional<Session> findSession(RefreshSecret secret) {
    return entities
        .createQuery("select s from Session s where s.familyHash = :family", Session.class)
        .setParameter("family", secret.familyHash())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** All tokens of the session but this one count as used, each since it is there. */
  void supersedeOthers(Session session, RefreshSecret secret) {
    entities
        .createQuery(
            "update RefreshToken t set t.usedAt = t.createdAt"
                + " where t.session = :session and t.hash <> :hash and t.usedAt is null")
        .setParameter("session", session)
        .setParameter("hash", secret.hash())
        .executeUpdate();
  }

  void deleteUsedBefore(Session session, Instant time) {
    entities
        .createQuery("delete from RefreshToken t where t.session = :session and t.usedAt < :time")
        .setParameter("session", session)
        .setParameter("time", time)
        .executeUpdate();
  }

  /**
   * The oldest first; how many. What somebody holds stays, and what has not expired by the
   * database's clock as well: an instance whose clock is ahead deletes nothing that is good.
   */
  int deleteExpired(Instant now, int most) {
    return entities
        .createNativeQuery(
            """
            delete from refresh_tokens
             where hash in (select hash from refresh_tokens where expires_at < least(:now, now())
                             order by expires_at limit :most for update skip locked)
            """)
        .setParameter("now", now)
        .setParameter("most", most)
        .executeUpdate();
  }

  void deleteAll(Session session) {
    entities
        .createQuery("delete from RefreshToken t where t.session = :session")
        .setParameter("session", session)
        .executeUpdate();
  }
}
