package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sessions table. */
@ApplicationScoped
class SessionStore {

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  void insert(Session session) {
    entities.persist(session);
  }

  Optional<Session> find(long id) {
    return Optional.ofNullable(entities.find(Session.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Whether the session is this person's and goes on; by primary key, without a lock. */
  boolean isLive(long userId, long id, Instant usedAfter) {
    return entities
        .createQuery(
            "select s.id from Session s where s.id = :id and s.userId = :userId"
                + " and s.revokedAt is null and s.lastUsedAt > :usedAfter",
            Long.class)
        .setParameter("id", id)
        .setParameter("userId", userId)
        .setParameter("usedAfter", usedAfter)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  /** A person's sessions that go on, the newest use first. */
  List<Session> findLive(long userId, Instant usedAfter, int limit) {
    return entities
        .createQuery(
            "select s from Session s where s.userId = :userId"
                + " and s.revokedAt is null and s.lastUsedAt > :usedAfter"
                + " order by s.lastUsedAt desc, s.id desc",
            Session.class)
        .setParameter("userId", userId)
        .setParameter("usedAfter", usedAfter)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * Ends all of a person's sessions but one; how many. The rows are locked in the order of their
   * ids, so that two who do this at once wait for each other and not in a circle.
   */
  int revokeOf(long userId, long exceptId, Instant now) {
    return entities
        .createNativeQuery(
            """
            with live as (select id from sessions
                           where user_id = :userId and revoked_at is null
                           order by id for update)
            update sessions set revoked_at = :now
             where id in (select id from live) and id <> :exceptId
            """)
        .setParameter("now", now)
        .setParameter("userId", userId)
        .setParameter("exceptId", exceptId)
        .executeUpdate();
  }

  /**
   * Those nobody used or ended for so long, by the database's clock too, with their tokens; how
   * many.
   */
  int deleteUnusedFor(Duration time, Instant now, int most) {
    return entities
        .createNativeQuery(
            """
            with long_ago as (select least(:now, now()) - make_interval(secs => :seconds) as time)
            delete from sessions
             where id in (select id from sessions
                           where last_used_at < (select time from long_ago)
                             and (revoked_at is null or revoked_at < (select time from long_ago))
                           order by last_used_at limit :most for update skip locked)
            """)
        .setParameter("now", now)
        .setParameter("seconds", (double) time.toSeconds())
        .setParameter("most", most)
        .executeUpdate();
  }

  /** The sessions revoked after this one in the order of (revokedAt, id), in that order. */
  List<Sessions.Revoked> findRevokedAfter(Instant revokedAt, long id, int limit) {
    // The first condition is what the index is searched with; an "or" alone is not.
    return entities
        .createQuery(
            "select s.id, s.revokedAt from Session s where s.revokedAt >= :revokedAt"
                + " and (s.revokedAt > :revokedAt or s.id > :id) order by s.revokedAt, s.id",
            Tuple.class)
        .setParameter("revokedAt", revokedAt)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> new Sessions.Revoked(row.get(0, Long.class), row.get(1, Instant.class)))
        .toList();
  }

  List<Session> findOf(long userId, long after, int limit) {
    return entities
        .createQuery(
            "select s from Session s where s.userId = :user and s.id > :after order by s.id",
            Session.class)
        .setParameter("user", userId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The rows stay: that they ended is told to services. */
  void forgetDevices(long userId) {
    for (String statement :
        List.of(
            "delete from refresh_tokens t using sessions s"
                + " where s.id = t.session_id and s.user_id = :user",
            "update sessions set user_agent = '' where user_id = :user")) {
      entities.createNativeQuery(statement).setParameter("user", userId).executeUpdate();
    }
  }
}
