package org.parley.users.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
  record Credentials(UserView user, String passwordHash, int passwordVersion, boolean isActive) {

    /** The person as they would be with this password. */
    NewAccount withPassword(String password) {
      String email = Objects.requireNonNull(user.email(), "one's own address is never left out");
      return new NewAccount(user.username(), email, password);
    }

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

  /** Whoever may be signed in now. */
  public Optional<UserView> findActive(long id) {
    return store.find(id).filter(Account::isActive).map(Account::toView);
  }

  /** Somebody as they see themselves, with their email address. */
  public UserView requireSelf(long id) {
    return present(id).orElseThrow(Accounts::gone).toView();
  }

  /**
   * Somebody as others see them, without their email address. Whoever deleted their account is
   * called {@code deleted user}: what they wrote is still there, and its readers ask who that was.
   */
  public UserView requireOther(long id) {
    return findUser(id)
        .map(UserView::asOthersSee)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such user."));
  }

  /** Those of the ids that are somebody's, in no particular order. */
  public List<UserView> findUsers(Collection<Long> ids) {
    return store.find(ids).stream().map(Account::toView).toList();
  }

  /**
   * Somebody under another name.
   *
   * @param displayName 1 to 64 characters that can be shown
   */
  public UserView rename(long id, String displayName) {
    store.updateDisplayName(id, displayName);
    return requireSelf(id);
  }

  /**
   * The person who proved who they are, whose password does not change until this transaction ends:
   * what is opened here for the old one is seen by whoever changes it next.
   *
   * @throws ProblemException {@code invalid_credentials} when the password was changed since
   */
  public UserView confirm(Login.Proof proof) {
    return store
        .findAndHold(proof.user().id())
        .filter(account -> account.passwordVersion() == proof.passwordVersion())
        .map(Account::toView)
        .orElseThrow(() -> new ProblemException(ProblemType.INVALID_CREDENTIALS));
  }

  /**
   * The person has another password from now on.
   *
   * @throws ProblemException {@code conflict} when it was changed since the current one was checked
   */
  public UserView change(PasswordChange.Hashed change) {
    if (!store.updatePassword(change.userId(), change.passwordVersion(), change.passwordHash())) {
      throw new ProblemException(
          ProblemType.CONFLICT, "Your password was changed from elsewhere at the same moment.");
    }
    return requireSelf(change.userId());
  }

  /** The same password under another hash. Does nothing when another one was stored meanwhile. */
  void rehash(Credentials checked, String passwordHash) {
    store.updateHash(checked.user().id(), checked.passwordHash(), passwordHash);
  }

  Credentials requireCredentials(long id) {
    return present(id).map(Account::toCredentials).orElseThrow(Accounts::gone);
  }

  Optional<Credentials> findCredentials(Login login) {
    return (login.isByEmail()
            ? store.findByEmail(login.name())
            : store.findByUsername(login.name()))
        .map(Account::toCredentials);
  }

  private Optional<Account> present(long id) {
    return store.find(id).filter(account -> !account.isDeleted());
  }

  private static ProblemException gone() {
    // A token outlives its account by some minutes.
    return new ProblemException(ProblemType.UNAUTHORIZED);
  }
}
