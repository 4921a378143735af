package org.parley.users.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The users table, as far as it is about status. */
@ApplicationScoped
class AccountStatusStore {

  private static final String ADMINS =
      "select a.id from AccountStatus a where a.role = 'admin' and a.deactivatedAt is null";

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  Optional<AccountStatus> find(long id) {
    return Optional.ofNullable(entities.find(AccountStatus.class, id));
  }

  /**
   * Newest first. Reads everybody where few are found, 30 ms for 100,000 people: no index but one
   * of an extension finds what stands in the middle of a name, and only admins ask.
   */
  List<AccountStatus> search(String text, long before, int limit) {
    String escaped = text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
    return entities
        .createQuery(
            "select a from AccountStatus a where a.id < :before and a.deletedAt is null"
                + " and lower(a.username) like :pattern escape '!' order by a.id desc",
            AccountStatus.class)
        .setParameter("before", before)
        .setParameter("pattern", "%" + escaped + "%")
        .setMaxResults(limit)
        .getResultList();
  }

  /** The row, which nobody else changes before the transaction ends. */
  Optional<AccountStatus> lock(long id) {
    return Optional.ofNullable(
        entities.find(AccountStatus.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The row as it stays until the transaction ends; others may hold it, too. */
  Optional<AccountStatus> hold(long id) {
    return Optional.ofNullable(
        entities.find(AccountStatus.class, id, LockModeType.PESSIMISTIC_READ));
  }

  /** Those deleted after this one in the order of (deletedAt, id), in that order. */
  List<AccountStatuses.Deleted> findDeletedAfter(Instant deletedAt, long id, int limit) {
    // As with sessions that were revoked: the first condition is what the index is searched with.
    return entities
        .createQuery(
            "select a.id, a.deletedAt from AccountStatus a where a.deletedAt >= :deletedAt"
                + " and (a.deletedAt > :deletedAt or a.id > :id) order by a.deletedAt, a.id",
            Tuple.class)
        .setParameter("deletedAt", deletedAt)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultStream()
        .map(row -> new AccountStatuses.Deleted(row.get(0, Long.class), row.get(1, Instant.class)))
        .toList();
  }

  boolean hasAdmin() {
    return !entities
        .createQuery(ADMINS + " order by a.id", Long.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Those who are admins and stay so until the transaction ends. In the order of their ids. */
  List<Long> lockAdmins() {
    @SuppressWarnings("unchecked") // Jakarta Persistence types native queries by their class only
    List<Long> admins =
        entities
            .createNativeQuery(
                "select id from users where role = 'admin' and deactivated_at is null"
                    + " order by id for no key update",
                Long.class)
            .getResultList();
    return admins;
  }

  /** Nobody else writes to the table before the transaction ends: for what happens once. */
  void lockAll() {
    entities.createNativeQuery("lock table users in share row exclusive mode").executeUpdate();
  }
}
