package org.parley.users.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** The users table. */
@ApplicationScoped
class AccountStore {

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  void insert(Account account) {
    try {
      entities.persist(account);
      entities.flush();
    } catch (PersistenceException e) {
      throw taken(e);
    }
  }

  Optional<Account> find(long id) {
    return Optional.ofNullable(entities.find(Account.class, id));
  }

  /** The account, kept from being changed until this transaction ends. */
  Optional<Account> findAndHold(long id) {
    return Optional.ofNullable(entities.find(Account.class, id, LockModeType.PESSIMISTIC_READ));
  }

  List<Account> find(Collection<Long> ids) {
    return entities
        .createQuery("select a from Account a where a.id in :ids", Account.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  // lower() on both sides is PostgreSQL's, as in the unique indexes: what is taken there is found
  // here.
  Optional<Account> findByUsername(String username) {
    return entities
        .createQuery(
            "select a from Account a"
                + " where lower(a.username) = lower(:username) and a.deletedAt is null",
            Account.class)
        .setParameter("username", username)
        .getResultStream()
        .findFirst();
  }

  Optional<Account> findByEmail(String email) {
    return entities
        .createQuery(
            "select a from Account a where lower(a.email) = lower(:email) and a.deletedAt is null",
            Account.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  void updateDisplayName(long id, String displayName) {
    entities
        .createQuery(
            "update Account a set a.displayName = :displayName"
                + " where a.id = :id and a.deletedAt is null")
        .setParameter("displayName", displayName)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Another password, if nobody chose another one meanwhile; whether it was so. */
  boolean updatePassword(long id, int version, String hash) {
    return entities
            .createQuery(
                "update Account a set a.passwordHash = :hash, a.passwordVersion = :version + 1"
                    + " where a.id = :id and a.passwordVersion = :version and a.deletedAt is null")
            .setParameter("hash", hash)
            .setParameter("version", version)
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }

  /** The same password under another hash, if the hash is still the one it was. */
  void updateHash(long id, String before, String hash) {
    entities
        .createQuery(
            "update Account a set a.passwordHash = :hash"
                + " where a.id = :id and a.passwordHash = :before")
        .setParameter("hash", hash)
        .setParameter("id", id)
        .setParameter("before", before)
        .executeUpdate();
  }

  private static RuntimeException taken(PersistenceException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      String constraint =
          cause instanceof ConstraintViolationException violation
              ? violation.getConstraintName()
              : null;
      if (constraint != null) {
        return switch (constraint) {
          case "users_username_unique" -> new ProblemException(ProblemType.USERNAME_TAKEN);
          case "users_email_unique" -> new ProblemException(ProblemType.EMAIL_TAKEN);
          default -> thrown;
        };
      }
    }
    return thrown;
  }
}
