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

  /**
   * What unknown people's passwords are checked against, so that they take as long as wrong ones.
   */
  private String nobodysHash;

  protected Passwords() {
    // For CDI's proxy.
  }

  @Inject
  Passwords(Settings settings, PasswordHashing hashing, Accounts accounts) {
    this.policy = PasswordPolicy.from(settings);
    this.hashing = hashing;
    this.accounts = accounts;
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
   * The person, if the password is theirs.
   *
   * @throws ProblemException {@code invalid_credentials}, the same and after the same time whether
   *     the person or the password is wrong
   */
  public UserView authenticate(Login login) {
    Optional<Accounts.Credentials> known = accounts.findCredentials(login);
    boolean mayMatch = Text.codePoints(login.password()) <= PasswordPolicy.LONGEST;
    String hash = known.map(Accounts.Credentials::passwordHash).orElse(nobodysHash);
    if (!mayMatch || !hashing.matches(login.password(), hash) || known.isEmpty()) {
      throw new ProblemException(ProblemType.INVALID_CREDENTIALS);
    }
    return known.get().user();
  }
}
