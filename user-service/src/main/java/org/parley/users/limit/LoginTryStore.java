package org.parley.users.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The login_tries table. */
@ApplicationScoped
class LoginTryStore {

  private static final String NEWEST =
      "select tried_at from login_tries where account = :account and tried_at > :since";
  private static final String FROM_ADDRESS = " and address like :addresses";
  private static final String NTH = " order by tried_at desc offset :before limit 1";

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  /** One at a time for an account, until the transaction ends: those that guess at once too. */
  void lock(String account) {
    entities
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:account, 0)) as text)",
            String.class)
        .setParameter("account", account)
        .getSingleResult();
  }

  /** When the nth newest try since then was. */
  Optional<Instant> findNth(long nth, String account, Instant since) {
    return first(query(NEWEST + NTH, nth, account, since));
  }

  /** The same of tries from these addresses; a % stands for any end of their text. */
  Optional<Instant> findNthFrom(String addresses, long nth, String account, Instant since) {
    return first(
        query(NEWEST + FROM_ADDRESS + NTH, nth, account, since)
            .setParameter("addresses", addresses));
  }

  /** Returns the try's id. */
  long insert(String account, String address, Instant now) {
    return (Long)
        entities
            .createNativeQuery(
                "insert into login_tries (account, address, tried_at)"
                    + " values (:account, :address, :now) returning id",
                Long.class)
            .setParameter("account", account)
            .setParameter("address", address)
            .setParameter("now", now)
            .getSingleResult();
  }

  void delete(long id) {
    entities
        .createNativeQuery("delete from login_tries where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  void deleteBefore(Instant time) {
    entities
        .createNativeQuery("delete from login_tries where tried_at < :time")
        .setParameter("time", time)
        .executeUpdate();
  }

  private Query query(String sql, long nth, String account, Instant since) {
    return entities
        .createNativeQuery(sql, Instant.class)
        .setParameter("account", account)
        .setParameter("since", since)
        .setParameter("before", nth - 1);
  }

  private static Optional<Instant> first(Query query) {
    List<?> rows = query.getResultList();
    return rows.isEmpty() ? Optional.empty() : Optional.of((Instant) rows.getFirst());
  }
}
