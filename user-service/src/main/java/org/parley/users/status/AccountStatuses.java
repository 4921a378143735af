package org.parley.users.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What accounts may do, and whether they are still there. Every method is one transaction, or part
 * of the caller's. There is always an admin once there was one.
 */
@ApplicationScoped
@Transactional
public class AccountStatuses {

  public static final String USER = "user";
  public static final String ADMIN = "admin";

  /** What everybody is called who is gone. No user name has a space, so nobody else is. */
  public static final String DELETED = "deleted user";

  private AccountStatusStore store;
  private Clock clock;

  protected AccountStatuses() {
    // For CDI's proxy.
  }

  @Inject
  AccountStatuses(AccountStatusStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * People whose user name contains the text, regardless of case, the newest before an id first.
   */
  public List<Person> search(String text, long before, int limit) {
    return store.search(text, before, limit).stream().map(AccountStatus::toPerson).toList();
  }

  /** Whether this person is an admin now, whatever their token says. */
  public boolean isAdmin(long id) {
    return store.find(id).filter(account -> account.isAdmin() && account.isActive()).isPresent();
  }

  /** Whether there is anybody who {@link #isAdmin}. */
  public boolean hasAdmin() {
    return store.hasAdmin();
  }

  /**
   * Refuses ids of nobody, and of who deleted their account.
   *
   * @throws ProblemException {@code not_found}
   */
  public void requirePresent(long id) {
    if (store.find(id).filter(account -> !account.isDeleted()).isEmpty()) {
      throw nobody();
    }
  }

  /** Makes this person an admin if nobody is one yet, of two at once one; says whether it did. */
  public boolean becomeFirstAdmin(long id) {
    store.lockAll();
    return !store.hasAdmin() && requireActive(id).become(ADMIN);
  }

  /**
   * Makes somebody admin or user; says whether they were another before.
   *
   * @throws ProblemException {@code validation_failed} for another role, whoever it is about;
   *     {@code conflict} for the last admin, {@code not_found}
   */
  public boolean changeRole(long id, String role) {
    AccountStatus.requireRole(role);
    return changed(id, role.equals(USER), account -> account.become(role));
  }

  /**
   * From now on they do not sign in; sessions are the caller's to end, after this. Says whether
   * they did before.
   *
   * @throws ProblemException {@code conflict} for the last admin, {@code not_found}
   */
  public boolean deactivate(long id) {
    return changed(id, true, account -> account.deactivate(clock.instant()));
  }

  /** Undoes {@link #deactivate}; says whether there was anything to undo. */
  public boolean activate(long id) {
    return changed(id, false, AccountStatus::activate);
  }

  /**
   * Forgets who this is, for good; their name and address are free again. Sessions are the caller's
   * to end, after this.
   *
   * @throws ProblemException {@code conflict} for the last admin, {@code not_found}
   */
  public void erase(long id) {
    changed(id, true, account -> account.erase(clock.instant()));
  }

  /**
   * Somebody who deleted their account.
   *
   * @param at by the clock of the instance that did it, to the microsecond
   */
  public record Deleted(long userId, Instant at) {}

  /**
   * Those who went after this one in the order of time and id, in that order. Their times were
   * taken before their commits, so one may turn up behind others that were seen before.
   */
  public List<Deleted> deletedAfter(Instant at, long userId, int limit) {
    return store.findDeletedAfter(at, userId, limit);
  }

  /**
   * For whoever is about to open a session: the person may sign in, and nobody changes that before
   * this transaction ends.
   *
   * @throws ProblemException {@code account_deactivated}, {@code unauthorized} for who is gone
   */
  public void holdActive(long id) {
    requireActive(id);
  }

  private AccountStatus requireActive(long id) {
    AccountStatus account =
        store.hold(id).filter(held -> !held.isDeleted()).orElseThrow(AccountStatuses::gone);
    if (!account.isActive()) {
      throw new ProblemException(ProblemType.ACCOUNT_DEACTIVATED);
    }
    return account;
  }

  private boolean changed(long id, boolean mayEndAnAdmin, Predicate<AccountStatus> change) {
    // All admins, before anybody's row is read: of two who take each other's rights one comes late.
    List<Long> admins = store.lockAdmins();
    if (mayEndAnAdmin && admins.equals(List.of(id))) {
      throw new ProblemException(
          ProblemType.CONFLICT, "This is the last admin: make somebody else one before.");
    }
    return change.test(
        store
            .lock(id)
            .filter(account -> !account.isDeleted())
            .orElseThrow(AccountStatuses::nobody));
  }

  private static ProblemException gone() {
    return new ProblemException(ProblemType.UNAUTHORIZED);
  }

  private static ProblemException nobody() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such user.");
  }
}
