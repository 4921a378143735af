package org.parley.users.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.Text;
import org.parley.users.audit.AuditKind;
import org.parley.users.audit.Failures;
import org.parley.users.platform.Settings;

/**
 * Takes passwords and checks them. Never called inside a transaction: hashing takes longer than
 * anything else we do and must not keep a database connection waiting.
 */
@ApplicationScoped
public class Passwords {

  private PasswordPolicy policy;
  private PasswordHashing hashing;
  private Accounts accounts;
  private Failures failures;

  /**
   * What unknown people's passwords are checked against, so that they take as long as wrong ones.
   */
  private String nobodysHash;

  protected Passwords() {
    // For CDI's proxy.
  }

  @Inject
  Passwords(Settings settings, PasswordHashing hashing, Accounts accounts, Failures failures) {
    this.policy = PasswordPolicy.from(settings);
    this.hashing = hashing;
    this.accounts = accounts;
    this.failures = failures;
    this.nobodysHash = hashing.hash(UUID.randomUUID().toString());
  }

  /** A wrong policy stops the start, not the first registration. */
  void onStart(@Observes Startup event) {
    policy.name();
  }

  /**
   * Checks all an applicant chose and hashes the password.
   *
   * @throws ProblemException with every field that is wrong; {@code weak_password} when nothing but
   *     the password's strength is
   */
  public NewAccount.Hashed accept(NewAccount account) {
    List<FieldProblem> problems = new ArrayList<>(account.nameProblems());
    String password = account.password();
    boolean given = password != null && !password.isEmpty() && Text.isStorable(password);
    if (!given) {
      problems.add(new FieldProblem("password", "Choose a password."));
    } else {
      Optional<String> weakness = hashing.bounded(() -> policy.problemWith(account));
      if (weakness.isPresent() && problems.isEmpty()) {
        throw ProblemException.of(
            ProblemType.WEAK_PASSWORD, new FieldProblem("password", weakness.get()));
      }
      weakness.ifPresent(sentence -> problems.add(new FieldProblem("password", sentence)));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
    return new NewAccount.Hashed(account, hashing.hash(password));
  }

  /**
   * Checks the current password and hashes the next one.
   *
   * @throws ProblemException {@code forbidden} when the current one is another, {@code
   *     weak_password} as for a new account
   */
  public PasswordChange.Hashed accept(long userId, PasswordChange change) {
    List<FieldProblem> problems = change.problems();
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
    Accounts.Credentials known = accounts.requireCredentials(userId);
    requireOwn(
        known,
        change.current(),
        new FieldProblem("current_password", "This is not your current password."));
    hashing
        .bounded(() -> policy.problemWith(known.withPassword(change.next())))
        .ifPresent(
            weakness -> {
              throw ProblemException.of(
                  ProblemType.WEAK_PASSWORD, new FieldProblem("new_password", weakness));
            });
    return new PasswordChange.Hashed(known, hashing.hash(change.next()));
  }

  /**
   * The person, if the password is theirs. Its hash is renewed when it is of other parameters than
   * today's.
   *
   * @throws ProblemException {@code invalid_credentials}, the same and after the same time whether
   *     the person or the password is wrong; {@code account_deactivated}, which only they learn who
   *     know the password
   */
  public Login.Proof authenticate(Login login) {
    Optional<Accounts.Credentials> known = accounts.findCredentials(login);
    String hash = known.map(Accounts.Credentials::passwordHash).orElse(nobodysHash);
    if (!matches(login.password(), hash) || known.isEmpty()) {
      failures.note(AuditKind.SIGN_IN_FAILED, known.map(found -> found.user().id()).orElse(0L));
      throw new ProblemException(ProblemType.INVALID_CREDENTIALS);
    }
    if (!known.get().isActive()) {
      failures.note(AuditKind.SIGN_IN_FAILED, known.get().user().id());
      throw new ProblemException(ProblemType.ACCOUNT_DEACTIVATED);
    }
    renewHash(known.get(), login.password());
    return new Login.Proof(known.get());
  }

  /**
   * Lets somebody who is signed in do what asks for their password once more.
   *
   * @throws ProblemException {@code forbidden}
   */
  public UserView requireOwn(long userId, String password) {
    Accounts.Credentials own = accounts.requireCredentials(userId);
    requireOwn(own, password, new FieldProblem("password", "This is not your password."));
    return own.user();
  }

  /** Not 401: that would tell clients that their session has ended. */
  private void requireOwn(Accounts.Credentials known, String password, FieldProblem otherwise) {
    if (!matches(password, known.passwordHash())) {
      failures.note(AuditKind.SIGN_IN_FAILED, known.user().id());
      throw ProblemException.of(ProblemType.FORBIDDEN, otherwise);
    }
  }

  private void renewHash(Accounts.Credentials known, String password) {
    if (hashing.isOutdated(known.passwordHash())) {
      try {
        accounts.rehash(known, hashing.hash(password));
      } catch (ProblemException busy) {
        // Too many are signing in; the next login does it.
      }
    }
  }

  private boolean matches(String password, String hash) {
    return Text.codePoints(password) <= PasswordPolicy.LONGEST && hashing.matches(password, hash);
  }
}
