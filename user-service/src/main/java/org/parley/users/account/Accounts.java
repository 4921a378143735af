package org.parley.users.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Who is who. Every method is one transaction, or part of the caller's. */
@ApplicationScoped
@Transactional
public class Accounts {

  private AccountStore store;
  private Clock clock;

  protected Accounts() {
    // For CDI's proxy.
  }

  @Inject
  Accounts(AccountStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What a login is checked against; stays in this package. */
  record Credentials(UserView user, String passwordHash) {

    /** Never the hash: records end up in logs. */
    @Override
    public String toString() {
      return "Credentials[user=" + user.id() + "]";
    }
  }

  /**
   * A new person.
   *
   * @throws ProblemException {@code username_taken} or {@code email_taken}, decided by the
   *     database, so that of two who ask at once one gets the name
   */
  public UserView create(NewAccount.Hashed accepted) {
    Account account = new Account(accepted, clock.instant());
    store.insert(account);
    return account.toView();
  }

  public Optional<UserView> findUser(long id) {
    return store.find(id).map(Account::toView);
  }

  /** Somebody as they see themselves, with their email address. */
  public UserView requireSelf(long id) {
    // A token outlives its account by some minutes.
    return findUser(id).orElseThrow(() -> new ProblemException(ProblemType.UNAUTHORIZED));
  }

  /** Somebody as others see them, without their email address. */
  public UserView requireOther(long id) {
    return findUser(id)
        .map(UserView::withoutEmail)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such user."));
  }

  /** Those of the ids that are somebody's, in no particular order. */
  public List<UserView> findUsers(Collection<Long> ids) {
    return store.find(ids).stream().map(Account::toView).toList();
  }

  Optional<Credentials> findCredentials(Login login) {
    return (login.isByEmail()
            ? store.findByEmail(login.name())
            : store.findByUsername(login.name()))
        .map(account -> new Credentials(account.toView(), account.passwordHash()));
  }
}
