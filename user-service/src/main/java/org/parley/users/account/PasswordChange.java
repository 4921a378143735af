package org.parley.users.account;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.FieldProblem;
import org.parley.contract.Text;

/** Another password in the place of the current one, neither yet checked. */
public record PasswordChange(String current, String next) {

  /** Whether both are given. */
  List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    if (!isGiven(current)) {
      problems.add(new FieldProblem("current_password", "Give your current password."));
    }
    if (!isGiven(next)) {
      problems.add(new FieldProblem("new_password", "Choose a password."));
    }
    return problems;
  }

  private static boolean isGiven(String password) {
    return password != null && !password.isEmpty() && Text.isStorable(password);
  }

  /** Never the passwords: records end up in logs. */
  @Override
  public String toString() {
    return "PasswordChange[…]";
  }

  /**
   * What may be stored: the current password was the person's, and the next one is hashed. Made by
   * {@link Passwords} only.
   */
  public static final class Hashed {

    private final long userId;
    private final int passwordVersion;
    private final String passwordHash;

    Hashed(Accounts.Credentials checked, String passwordHash) {
      this.userId = checked.user().id();
      this.passwordVersion = checked.passwordVersion();
      this.passwordHash = passwordHash;
    }

    long userId() {
      return userId;
    }

    int passwordVersion() {
      return passwordVersion;
    }

    String passwordHash() {
      return passwordHash;
    }
  }
}
