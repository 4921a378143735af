package org.parley.users.account;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * Somebody's claim to be a person.
 *
 * @param name a user name, or an email address: it has an @, which no user name has
 */
public record Login(String name, String password) {

  public Login {
    List<FieldProblem> problems = new ArrayList<>();
    if (name == null || name.isBlank() || !Text.isStorable(name)) {
      problems.add(new FieldProblem("username", "Give your user name or your email address."));
    }
    if (password == null || password.isEmpty() || !Text.isStorable(password)) {
      problems.add(new FieldProblem("password", "Give your password."));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }

  boolean isByEmail() {
    return name.indexOf('@') >= 0;
  }

  /** Never the password: records end up in logs. */
  @Override
  public String toString() {
    return "Login[name=" + name + "]";
  }

  /** Somebody who knew their password a moment ago. Made by {@link Passwords} only. */
  public static final class Proof {

    private final UserView user;
    private final int passwordVersion;

    Proof(Accounts.Credentials checked) {
      this.user = checked.user();
      this.passwordVersion = checked.passwordVersion();
    }

    public UserView user() {
      return user;
    }

    int passwordVersion() {
      return passwordVersion;
    }
  }
}
